//! Every statement of the program, prepared on SQLite and on a real PostgreSQL (ADR 0002), and what both must refuse.

#![allow(clippy::unwrap_used)]

use std::thread;

use postgres::{Client, Config, NoTls, error::SqlState, types::ToSql};
use shingi_store::{
    Options, Store, queries, schema,
    view::posts::{self, PostFilter, PostRow},
};

fn sqlite() -> rusqlite::Connection {
    let connection = rusqlite::Connection::open_in_memory().unwrap();
    for migration in schema::SQLITE {
        connection.execute_batch(migration).unwrap();
    }
    connection
}

/// A database of its own on the server that the tests were given; dropped with it.
struct Postgres {
    server: Config,
    name: String,
    client: Option<Client>,
}

impl Postgres {
    fn fresh(test: &str) -> Self {
        let url = std::env::var("SHINGI_TEST_POSTGRES").unwrap_or_else(|_| {
            panic!(
                "expected the URL of a PostgreSQL in SHINGI_TEST_POSTGRES, it is not set; `bash scripts/test.sh` starts \
                 one, and so does `bash scripts/lib/postgres.sh cargo nextest run -p shingi-store`"
            )
        });
        let server =
            url.parse::<Config>().expect("SHINGI_TEST_POSTGRES is a URL like postgres://user:password@host/db");
        let name = format!("shingi_{test}_{}", std::process::id());
        let mut root = server.connect(NoTls).expect("the PostgreSQL that SHINGI_TEST_POSTGRES names answers");
        root.batch_execute(&format!("DROP DATABASE IF EXISTS {name}")).unwrap();
        root.batch_execute(&format!("CREATE DATABASE {name} TEMPLATE template0")).unwrap();
        let mut own = Self { server, name, client: None };
        let mut client = own.connect();
        for migration in schema::POSTGRES {
            client.batch_execute(migration).unwrap();
        }
        own.client = Some(client);
        own
    }

    fn connect(&self) -> Client {
        self.server.clone().dbname(&self.name).connect(NoTls).unwrap()
    }

    fn client(&mut self) -> &mut Client {
        self.client.as_mut().unwrap()
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        self.client.take();
        if let Ok(mut root) = self.server.connect(NoTls) {
            let _ = root.batch_execute(&format!("DROP DATABASE IF EXISTS {} WITH (FORCE)", self.name));
        }
    }
}

#[test]
fn every_query_is_prepared_by_sqlite_with_the_parameters_one_to_n() {
    let sqlite = sqlite();
    for (name, sql) in queries::ALL {
        let statement = sqlite.prepare(sql).unwrap_or_else(|error| panic!("{name}: {error}"));
        for n in 1..=statement.parameter_count() {
            let found = statement.parameter_index(&format!("${n}")).unwrap();
            assert!(found.is_some(), "{name}: expected ${n}, parameters are numbered without gaps");
        }
    }
}

#[test]
fn every_query_is_prepared_by_postgresql_with_the_same_parameters_and_columns() {
    let sqlite = sqlite();
    let mut postgres = Postgres::fresh("prepare");
    for (name, sql) in queries::ALL {
        let there = postgres.client().prepare(sql).unwrap_or_else(|error| panic!("{name}: {error:?}"));
        let here = sqlite.prepare(sql).unwrap();
        assert_eq!(there.params().len(), here.parameter_count(), "{name}: parameters");
        let columns = there.columns().iter().map(|column| column.name()).collect::<Vec<_>>();
        assert_eq!(columns.len(), here.column_count(), "{name}: columns {columns:?}");
        // Values are bound as BIGINT, TEXT and BYTEA; any other type would be refused at run time only.
        for (number, kind) in there.params().iter().enumerate() {
            assert!(["int8", "text", "bytea"].contains(&kind.name()), "{name}: ${} is {kind}", number + 1);
        }
        for column in there.columns() {
            let kind = column.type_().name();
            assert!(["int8", "text", "bytea"].contains(&kind), "{name}: column {} is {kind}", column.name());
        }
    }
}

#[test]
fn both_databases_have_the_same_tables_and_columns() {
    let sqlite = sqlite();
    let mut postgres = Postgres::fresh("tables");
    let mut here = sqlite
        .prepare(
            "SELECT m.name, c.name, lower(c.type), c.\"notnull\" FROM sqlite_schema m, pragma_table_info(m.name) c \
             WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'",
        )
        .unwrap()
        .query_map((), |row| {
            let kind = row.get::<_, String>(2)?.replace("blob", "bytea");
            Ok(format!("{}.{} {kind}", row.get::<_, String>(0)?, row.get::<_, String>(1)?))
        })
        .unwrap()
        .collect::<Result<Vec<_>, _>>()
        .unwrap();
    let rows = postgres
        .client()
        .query(
            "SELECT table_name::text, column_name::text, data_type::text FROM information_schema.columns \
             WHERE table_schema = 'public'",
            &[],
        )
        .unwrap();
    let mut there = rows
        .iter()
        .map(|row| format!("{}.{} {}", row.get::<_, String>(0), row.get::<_, String>(1), row.get::<_, String>(2)))
        .collect::<Vec<_>>();
    here.sort();
    there.sort();
    assert_eq!(here, there);
    assert!(here.len() > 50, "the test sees the tables: {here:?}");
}

/// Rows of `view_post` in both databases: title and folded words, all of one time.
fn listed(test: &str, titles: &[&str]) -> (Store, Postgres, tempfile::TempDir) {
    let mut postgres = Postgres::fresh(test);
    let place = tempfile::tempdir().unwrap();
    let store = Store::open(place.path(), Options::serve()).unwrap();
    for (number, title) in titles.iter().enumerate() {
        let (id, folded) = (format!("{number:032x}"), posts::folded(title));
        let (none, at) = (0_i64, 7_i64);
        let texts = [id.as_str(), "a", title, "", "draft", "routine"];
        let [id, author, title, words, stage, class] = texts;
        let there: [&(dyn ToSql + Sync); 10] =
            [&id, &author, &title, &words, &stage, &class, &at, &none, &folded, &none];
        postgres.client().execute(queries::POST_PUT, &there).unwrap();
        let here: [shingi_store::Value<'_>; 10] =
            [&id, &author, &title, &words, &stage, &class, &at, &none, &folded, &none];
        store.write(|tx| tx.run(queries::POST_PUT, &here)).unwrap();
    }
    (store, postgres, place)
}

/// What a page of the list shows, as both databases say it.
fn page(store: &Store, postgres: &mut Postgres, filter: &PostFilter) -> Vec<String> {
    let here = store.read(|read| posts::posts(read, filter)).unwrap();
    let here = here.into_iter().map(|row| row.title).collect::<Vec<_>>();
    let (at, id) = filter.before.as_ref().map_or((i64::MAX, ""), |before| (before.at, before.id.as_str()));
    let (like, count) = (posts::containing(&filter.search), i64::from(filter.count));
    let there = if filter.stage.is_empty() {
        postgres.client().query(queries::POST_LIST, &[&at, &id, &like, &count])
    } else {
        postgres.client().query(queries::POST_LIST_STAGE, &[&at, &id, &like, &count, &filter.stage])
    };
    let there = there.unwrap().iter().map(|row| row.get::<_, String>(2)).collect::<Vec<_>>();
    assert_eq!(here, there, "SQLite (left) and PostgreSQL (right) differ for {filter:?}");
    here
}

#[test]
fn both_databases_find_the_same_whatever_case_and_width_and_take_no_sign_for_a_pattern() {
    let titles =
        ["Café ÉTÉ", "ＡＢＣ市の水", "abc", "100% 天然", "100 本", "a_b", "aXb", r"水\湯", "ﾌﾞﾗｼの手入れ", "ブラシ"];
    let (store, mut postgres, _place) = listed("search", &titles);
    let mut find = |words: &str| {
        let filter = PostFilter { search: words.to_owned(), count: 50, ..PostFilter::default() };
        let mut found = page(&store, &mut postgres, &filter);
        found.sort();
        found
    };
    assert_eq!(find("café"), ["Café ÉTÉ"]);
    assert_eq!(find("CAFÉ été"), ["Café ÉTÉ"]);
    assert_eq!(find("Abc"), ["abc", "ＡＢＣ市の水"]);
    assert_eq!(find("ａｂｃ市"), ["ＡＢＣ市の水"]);
    assert_eq!(find("100%"), ["100% 天然"]);
    assert_eq!(find("A_B"), ["a_b"]);
    assert_eq!(find(r"\湯"), [r"水\湯"]);
    assert_eq!(find("ブラシ"), ["ブラシ", "ﾌﾞﾗｼの手入れ"]);
    assert_eq!(find("").len(), titles.len());
    assert!(find("nothing has this").is_empty());
}

#[test]
fn rows_of_one_time_are_neither_lost_nor_shown_twice_between_pages() {
    let titles = (0..10).map(|number| format!("title {number}")).collect::<Vec<_>>();
    let (store, mut postgres, _place) = listed("paging", &titles.iter().map(String::as_str).collect::<Vec<_>>());
    for stage in ["", "draft"] {
        let mut filter = PostFilter { stage: stage.to_owned(), count: 3, ..PostFilter::default() };
        let mut seen = Vec::new();
        loop {
            let titles = page(&store, &mut postgres, &filter);
            let last = store.read(|read| posts::posts(read, &filter)).unwrap().last().map(PostRow::cursor);
            let Some(last) = last else { break };
            assert_eq!(last.to_string().parse(), Ok(last.clone()), "a cursor comes back from an address");
            filter.before = Some(last);
            seen.extend(titles);
        }
        let mut newest_first = titles.clone();
        newest_first.reverse();
        assert_eq!(seen, newest_first);
    }
}

#[test]
fn postgresql_refuses_to_change_the_record_as_sqlite_does() {
    let mut postgres = Postgres::fresh("refuse");
    let client = postgres.client();
    let (log, name, bytes) = ("record", "word", b"x".as_slice());
    client.execute(queries::LINE_PUT, &[&log, &0_i64, &"a", &1_i64, &bytes, &bytes]).unwrap();
    client.execute(queries::NODE_PUT, &[&log, &8_i64, &0_i64, &bytes]).unwrap();
    client.execute(queries::CHECKPOINT_PUT, &[&log, &1_i64, &"note"]).unwrap();
    for pos in [0_i64, 1] {
        client.execute(queries::PAYLOAD_PUT, &[&log, &pos, &name, &bytes, &bytes]).unwrap();
    }
    client.execute(queries::ERASURE_PUT, &[&log, &0_i64, &name]).unwrap();
    for sql in [
        "UPDATE ledger_line SET line = ''",
        "DELETE FROM ledger_line",
        "UPDATE ledger_payload SET payload = ''",
        "DELETE FROM ledger_payload WHERE pos = 1",
        "UPDATE ledger_node SET hash = ''",
        "DELETE FROM ledger_node",
        "UPDATE ledger_checkpoint SET note = ''",
        "DELETE FROM ledger_checkpoint",
        "UPDATE ledger_erasure SET pos = 1",
        "DELETE FROM ledger_erasure",
    ] {
        let error = client.execute(sql, &[]).expect_err(sql);
        assert_eq!(error.code(), Some(&SqlState::RAISE_EXCEPTION), "{sql}: {error}");
    }
    // What was erased on record may go.
    assert_eq!(client.execute(queries::PAYLOAD_ERASE, &[&log, &0_i64, &name]).unwrap(), 1);
    let again = client.execute(queries::LINE_PUT, &[&log, &0_i64, &"b", &1_i64, &bytes, &bytes]).unwrap_err();
    assert_eq!(again.code(), Some(&SqlState::UNIQUE_VIOLATION), "a position is taken once");
}

#[test]
fn two_takers_at_once_never_lease_the_same_row_in_postgresql() {
    const ROWS: usize = 40;
    let mut postgres = Postgres::fresh("lease");
    for number in 0..ROWS {
        let id = format!("{number:03}");
        postgres.client().execute(queries::OUTBOX_PUT, &[&id, &"send", &"", &(number as i64)]).unwrap();
    }
    let take = |mut client: Client, owner: &'static str| {
        let mut taken = Vec::new();
        for _ in 0..20 * ROWS {
            let rows = client.query(queries::OUTBOX_TAKE, &[&"send", &1_000_i64, &owner, &2_000_i64]).unwrap();
            taken.extend(rows.iter().map(|row| row.get::<_, String>(0)));
            if taken.len() == ROWS {
                break;
            }
        }
        taken
    };
    let clients = ["a", "b", "c"].map(|owner| (postgres.connect(), owner));
    let mut taken = thread::scope(|scope| {
        let takers = clients.map(|(client, owner)| scope.spawn(move || take(client, owner)));
        takers.into_iter().flat_map(|taker| taker.join().unwrap()).collect::<Vec<_>>()
    });
    taken.sort();
    assert_eq!(taken, (0..ROWS).map(|number| format!("{number:03}")).collect::<Vec<_>>());
}
