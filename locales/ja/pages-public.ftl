# 公開のページと、小さなページ（サインイン、はじめの設定、うまくいかなかったとき）の言葉。

## 公開のページの枠

public-nav-label = 公開のページ
public-nav-accounts = 公式アカウント
public-nav-policy = 方針
public-nav-log = 公開の記録
public-footer = 公式の発信は、1件ずつ方針に照らして確かめてから出しています
public-contact = お問い合わせ
public-zone = { $time }（{ $zone }）
public-newer = 新しいほうへ
public-older = 前のものへ

## 公式アカウントの一覧

official-title = 公式アカウントの一覧
official-lead = { $organisation }が会社として発信するのは、ここに並ぶアカウントだけです。ここにないものは、名前や絵柄が似ていても当社のものではありません。
official-updated = この一覧を最後に改めた時刻：{ $time }
official-lookup-heading = そのアカウントが本物か確かめる
official-lookup-label = アカウント名またはURL
official-lookup-button = 確かめる
official-lookup-ours = 当社の公式アカウントです。
official-lookup-ours-detail = 「{ $asked }」は、{ $medium }の { $handle } として登録しています。
official-lookup-retired = 使い終えたアカウントです。
official-lookup-retired-detail = 「{ $asked }」は、{ $until }まで当社が使っていました。いまの発信は当社のものではありません。
official-lookup-unknown = この一覧にありません。
official-lookup-unknown-detail = 「{ $asked }」という公式アカウントは登録していません。つづりが1字だけ違う偽物もあります。当社を名乗るものを見つけた方は、お知らせください。
official-in-use = いま使っているアカウント
official-count =
    { $count ->
       *[other] { $count }件
    }
official-col-account = アカウント
official-col-purpose = 何を伝えるか
official-col-operators = 担当
official-col-since = 使い始め
official-col-page = 発信の記録
official-operators = 認定担当者 { $count }名
official-account-page = 発信を読む
official-empty = いま登録している公式アカウントはありません。
official-empty-next = どのアカウントが当社を名乗っていても、まだ当社のものではありません。
official-tell-heading = 本物と偽物の見分け方
official-tell-list = 当社の名を名乗るものを見たら、まずこの一覧と比べてください。アカウント名は1字ずつ、つづりまで見てください。
official-tell-link = 一覧のアカウント名から開いたページが本物です。検索結果や広告の中のリンクは、偽物のことがあります。
official-tell-certificate = 当社の発信には、1件ずつ発信許可証明書があります。証明書の文面と1字でも違えば、当社の発信ではありません。
official-tell-ask = 公式アカウントが、パスワードや口座番号、暗証番号をお尋ねすることはありません。
official-report = 偽物を見つけた方の連絡先
official-retired-heading = 使い終えたアカウント
official-retired-period = { $since }から{ $until }まで
official-more-heading = 方針と訂正
official-more-policy = 発信の方針を読む
official-more-policy-version = { $version }版・{ $effective }施行
official-more-corrections = 訂正とおわびの一覧
official-more-corrections-to-come = 誤りがあれば、もとの発信を残したまま、同じアカウントでおわびと訂正を出します。訂正だけを集めた一覧は準備しています。
official-certificates-heading = 発信ごとの証明書
official-certificates-body = 公式の発信には、1件ずつ発信許可証明書があります。送った文面と時刻、どの役割の人が確かめたかを、外の人が自分で検証できます。証明書は消せない記録に並び、その先頭はいつでも取り出せます。
official-log-origin = 記録の名前
official-log-size = いまの件数
official-log-link = 公開の記録について
official-machine = 機械で読む形
official-machine-hint = official.json には、この一覧と同じ内容が入っています。アカウントごとの使い始めと使い終わりも分かります。

## アカウントごとのページ

account-description = { $organisation }の公式アカウント「{ $name }」の発信。1件ずつ証明書があります。
account-genuine = 公式アカウント
account-retired = { $until }に使い終えました
account-since = { $since }から
account-open = { $medium }で開く
account-feed-atom = Atom
account-feed-json = JSON Feed
account-feeds = 更新を受け取る
account-posts = 発信
account-empty = ここに並ぶ発信はありません
account-empty-next = 最初の発信が出ると、ここに並びます。更新は Atom か JSON Feed でも受け取れます。
account-empty-ended = このアカウントの発信はもう出ません。いま使っているアカウントは、一覧にあります。
account-back = 公式アカウントの一覧

post-heading = { $name }の発信
post-certificate = 発信許可証明書
post-certificate-hint = この文面は、送る直前に当社の方針に照らして確かめられました。証明書で、1字も変わっていないことを検証できます。
post-corrected = この発信には訂正があります
post-corrected-link = おわびと訂正を読む
post-correction-of = この発信は、前の発信のおわびと訂正です
post-correction-of-link = もとの発信を読む
post-withdrawn = この発信は取り下げられました
post-withdrawn-detail = { $time }に取り下げました。理由：{ $why }
post-published = 発信した時刻
post-address = アドレス
post-newer = 次の発信
post-older = 前の発信
post-all = このアカウントの発信すべて

## 発信許可証明書

certificate-title = 発信許可証明書
certificate-number = 第{ $number }号
certificate-lead = 下の発信は、送られた瞬間に、当社のソーシャルメディア方針が求める義務をすべて果たしていました。
certificate-seal = 義務の残り 0
certificate-print-hint = この画面は、そのまま2枚までのA4に印刷できます
certificate-download = 検証用ファイル
certificate-audit = 監査用の表示
certificate-audit-notice = これは監査用の表示です。
certificate-audit-detail = 公開の証明書にはない、項目ごとの結果と関わった人が載っています。持ち出しと複写は社内の規程に従ってください。
certificate-audit-to-public = 公開の証明書を見る
certificate-text = 発信された文面
certificate-bytes = { $bytes }バイト（UTF-8）・{ $characters }字
certificate-invisible = 目に見えない文字が含まれています：{ $list }
certificate-erased = この文面は消去されました。
certificate-erased-detail = { $time }に{ $by }が消去しました。理由：{ $why }。文面の封緘は記録に残っており、発信があったことと、消されたことは、いまも検証できます。
certificate-corrected = この発信には、あとから訂正が出ています。
certificate-withdrawn = この発信は、あとから取り下げられました。
certificate-correction-link = おわびと訂正を読む
certificate-account = アカウント
certificate-sent = 送った時刻
certificate-way = 送り方
certificate-way-connected = 接続による発信
certificate-way-page = 当社の公式ページ
certificate-way-hand = 人の手による発信（文面の写しと控えの画像つき）
certificate-address = 発信のアドレス
certificate-media = 画像
certificate-media-line = { $count }枚目「{ $alt }」
certificate-digest = 文面の指紋
certificate-policy = 方針
certificate-policy-line = { $version }版（{ $effective }施行）
certificate-engine = 点検の版
certificate-class = 種別
certificate-people = 関わった人
certificate-people-hint = 公開の証明書には認定番号を載せます。氏名は社内の記録にあり、監査で照合できます。
certificate-role-author = 書いた人
certificate-role-reviewer = 確かめた人
certificate-role-committee = 裁定した人
certificate-role-publisher = 送った人
certificate-certification = 認定 第{ $number }号
certificate-role-member = 委員会の委員
certificate-role-system = 予約による自動の送信
certificate-items = 項目ごとの結果
certificate-col-item = 項目
certificate-col-duty = 求めること
certificate-col-result = 結果
certificate-col-basis = 根拠
certificate-preamble = 前文
certificate-result-met = 満たす
certificate-result-discharged = 充足
certificate-result-changed = 直して解消
certificate-result-consulted = 裁定どおり
certificate-result-overruled = 当たらないとして却下
certificate-result-noted = 参考
certificate-result-none = 該当なし
certificate-why = 理由：{ $why }
certificate-proof = 自分で検証する
certificate-proof-body = 検証用ファイルと公開鍵があれば、ネットワークにつながずに確かめられます。公開鍵は、この画面のほかに、当社の公開の記録のページや、前に受け取った証明書とも見比べてください。
certificate-proof-done = 「holds」と出れば、文面、アカウント、時刻が、当社の公開の記録に、この順番のまま載っています。
certificate-position = 記録の番号
certificate-position-line = { $position }番（0から数えて）
certificate-leaf = 葉のハッシュ
certificate-size = 検査点の件数
certificate-size-line =
    { $size ->
       *[other] { $shown }件
    }
certificate-root = 検査点の根
certificate-signature = 検査点の署名
certificate-key = 公開鍵
certificate-witnesses = 証人
certificate-footer = この証明書のアドレスは変わりません

## サインイン

signin-title = サインイン
signin-login = メールアドレス
signin-password = パスワード
signin-button = サインイン
signin-error-mismatch = サインインできませんでした。
signin-error-mismatch-detail = メールアドレスかパスワードが違います。
signin-error-left = あと{ $left }回違うと、しばらくのあいだ止まります。
signin-error-limited = サインインを止めています。
signin-error-limited-detail = 違うパスワードが続いたためです。あと{ $minutes }分たつと、また試せます。急ぐときは、管理者に連絡してください。
signin-error-stale = この画面は古くなっていました。
signin-error-stale-detail = 長く開いていたか、別の画面でサインインし直したためです。もう一度入れてください。
signin-error-ended = サインインの期限が切れました。
signin-error-ended-detail = 書きかけのものは保存してあります。サインインすると、続きから始められます。
signin-error-missing = メールアドレスとパスワードの両方を入れてください。
signin-lost-heading = 入れないとき
signin-lost = 管理者に、パスワードの付け直しを頼んでください。だれも、いまのパスワードを聞き出すことはできません。
signin-accounts = 公式アカウントの一覧
signin-policy = 方針を読む
signedout-title = サインアウトしました
signedout-body = この端末のサインインは終わりました。共用の端末なら、このままブラウザーを閉じてください。
signedout-again = もう一度サインイン

## はじめの設定

setup-title = はじめの設定
setup-lead = このサーバーを会社のものにします。ここで決めることは3つで、あとから管理の画面で変えられます。
setup-once = この画面は、サーバーが起動のときに示した1回かぎりのリンクで開かれています。設定が済むと、リンクは使えなくなります。
setup-stages = はじめの設定の段階
setup-stage-organisation = 会社
setup-stage-organisation-hint = 名前と公開のアドレス
setup-stage-zone = 時刻
setup-stage-zone-hint = どの土地の時刻で示すか
setup-stage-administrator = 最初の管理者
setup-stage-administrator-hint = 人と役割を登録する人
setup-stage-after = そのあと
setup-stage-after-hint = 方針、アカウント、担当者
setup-organisation-heading = 会社
setup-name = 会社の名前
setup-name-hint = 公開のページと方針に載る、正式な名前です。
setup-names = ほかの呼び名
setup-names-hint = 1行に1つ。略称、英語名、よく使われる呼び方、ブランド名など。書いた文章に会社の名が出たかどうかを確かめるのに使います。
setup-url = 公開のアドレス
setup-url-hint = 外の人が見るアドレスです。証明書とフィードのアドレス、記録の名前に使います。あとで変えると、前に配ったアドレスが開けなくなることがあります。
setup-zone-heading = 時刻
setup-zone = 時間帯
setup-zone-choose = 選んでください
setup-zone-hint = 予定の時刻と、公開のページの日付に使います。記録そのものは、いつも協定世界時で残します。
setup-administrator-heading = 最初の管理者
setup-administrator-name = 氏名
setup-administrator-login = メールアドレス
setup-administrator-login-hint = サインインに使います。
setup-password = パスワード
setup-password-hint = { $length }文字以上。長い言葉のつながりでもかまいません。
setup-password-again = パスワードをもう一度
setup-button = 設定を終える
setup-footer = 「設定を終える」を押すまで、何も記録されません
setup-error-name-missing = 会社の名前を入れてください
setup-error-name-long = 会社の名前は{ $max }字までにしてください
setup-error-names-many = 呼び名は{ $max }個までにしてください
setup-error-url-missing = 公開のアドレスを入れてください
setup-error-url-form = 「https://」から始まり、「/」より後ろのないアドレスを入れてください（例：https://shingi.example.jp）
setup-error-zone-unknown = 一覧にある時間帯を選んでください
setup-error-administrator-missing = 最初の管理者の氏名を入れてください
setup-error-login-missing = メールアドレスを入れてください
setup-error-login-form = 「@」の入ったメールアドレスを入れてください
setup-error-password-short = パスワードを{ $length }文字以上にしてください
setup-error-password-common = よく知られたパスワードです。ほかのものにしてください
setup-error-password-differs = 2つのパスワードが違います。同じものを入れてください
setup-done-title = 設定が済みました
setup-done-lead = { $organisation }の Shingi が動き始めました。設定に使ったリンクは、もう開けません。
setup-done-keys-heading = 記録の鍵ができました
setup-done-keys-body = 発信の記録に署名する鍵です。外の人は、公開鍵だけで、記録が書き換えられていないことを確かめられます。
setup-done-keys-where = 鍵の置き場所
setup-done-key-record = 社内の記録の公開鍵
setup-done-key-certificates = 証明書の記録の公開鍵
setup-done-backup = 鍵の控えを、別の場所に2つ置いてください。
setup-done-backup-detail = 鍵をなくすと、新しい記録に署名できなくなります。データフォルダーごと控えるなら、shingi backup が使えます。
setup-done-next = 次にすること
setup-next-signin = サインインする
setup-next-signin-hint = いま決めたメールアドレスとパスワードで入ります
setup-next-people = 人を登録する
setup-next-people-hint = 書く人のほかに、確かめる人が最低1人要ります
setup-next-policy = 方針を確かめて採択する
setup-next-policy-hint = 標準の方針（前文と21項目）から始められます
setup-next-accounts = 公式アカウントを登録する
setup-next-accounts-hint = 登録すると、公開の一覧に載ります
setup-next-certify = 運用担当者を認定する
setup-next-certify-hint = 認定のない人は、会社の名で発信できません
setup-closed-title = この設定のリンクは使えません
setup-closed-used = 設定は、{ $time }に済んでいます。サインインしてお使いください。
setup-closed-unknown = リンクが途中で切れているか、サーバーが起動し直されて新しいリンクに変わっています。サーバーの画面に示された、いちばん新しいリンクを開いてください。

## 方針を読む

policy-title = ソーシャルメディア方針
policy-lead = { $organisation }で働く人みんなが、社外に向けて書くときに守ることです。会社の名で発信する人には、第2部も加わります。
policy-version = { $version }版
policy-effective = { $effective }施行
policy-fingerprint = 方針の指紋
policy-carve-out = この方針は、法令違反などの通報、労働者の権利の行使、会社と関わりのない私生活を、何ひとつ妨げません。
policy-part-preamble = 前文
policy-part-everyone = 第1部　働く人みんな
policy-part-operators = 第2部　公式アカウント運用担当者
policy-previous = 前の項目
policy-next = 次の項目
policy-none = まだ採択された方針はありません
policy-none-next = 管理者が方針を採択すると、ここで読めるようになります。

## 公開の記録

log-title = 公開の記録
log-lead = 公式の発信の証明書は、1件ずつ、足すことしかできない記録に並びます。だれでも取り出して、消されたり書き換えられたりしていないことを、自分で確かめられます。
log-origin = 記録の名前
log-key = 公開鍵
log-key-hint = この鍵は、どこかに控えてください。次に来たとき、別の鍵に替わっていないか見比べられます。
log-checkpoint-heading = いまの検査点
log-size = 件数
log-size-line =
    { $size ->
       *[other] { $shown }件
    }
log-root = 根
log-at = 署名した時刻
log-empty = まだ1件もありません
log-empty-next = 最初の公式の発信が出ると、ここに検査点が載ります。
log-read-heading = 読み方
log-read-body = 形式は C2SP の tlog-checkpoint と tlog-tiles です。ほかの人が作った道具でもそのまま読めます。
log-path-checkpoint = いまの検査点。署名つきの短い文です
log-path-tile = 木のハッシュを256個ずつまとめたもの。L は段、N は順番
log-path-entries = 証明書の行そのもの
log-path-certificate = 1件の証明書と、その証明の道すじ
log-verify-heading = 確かめる
log-verify-body = 証明書を1つ保存して、手もとで次のように確かめます。ネットワークは要りません。
log-cannot-heading = この記録だけでは分からないこと
log-cannot-body = 記録の持ち主が、鍵と時計と置き場所のすべてを握っていれば、記録を丸ごと作り直すことができます。前に見た検査点を控えておき、いまの記録と合うかを確かめるのが、いちばん確かです。

## うまくいかなかったとき

problem-what-next = できること
problem-who-can = できる人
problem-reference = お問い合わせの番号
problem-home = 最初のページへ
problem-back = 前のページへ戻る
problem-signin = サインインする
problem-400-title = 送られたものを読めませんでした
problem-400-body = 形が、このページの求めるものと違いました。何も変えていません。
problem-400-next = 前のページへ戻り、もう一度送ってください。
problem-401-title = サインインが要ります
problem-401-body = このページは、社内の人だけが開けます。
problem-401-next = サインインすると、このページに戻ります。
problem-403-title = あなたの役割では、これはできません
problem-403-body = サインインはできています。けれども、この操作はほかの役割に任されています。
problem-403-next = 要るときは、下の人に頼んでください。
problem-404-title = このアドレスには何もありません
problem-404-body = 移ったか、初めからないか、あなたには見えないものです。
problem-404-next = アドレスのつづりを確かめてください。
problem-409-title = そのあいだに、ほかの人が変えていました
problem-409-body = あなたが読んでから送るまでのあいだに、同じものが変わりました。上書きはしていません。
problem-409-next = 前のページへ戻って読み直し、違いを見てから送ってください。
problem-413-title = 大きすぎて受け取れません
problem-413-body = 送られたものが、受け取れる大きさを超えていました。何も保存していません。
problem-413-limit = 受け取れるのは { $limit } までです。
problem-413-next = 画像を小さくするか、分けて送ってください。
problem-422-title = このままでは受け取れません
problem-422-body = 形は合っていますが、中身に足りないところか、合わないところがあります。
problem-422-next = 前のページへ戻り、書かれているところを直してください。
problem-429-title = 少し待ってください
problem-429-body = 短いあいだに、たくさんの求めが届きました。
problem-429-retry = あと{ $seconds }秒たつと、また受け付けます。
problem-429-next = 待ってから、もう一度試してください。
problem-500-title = こちらの不具合です
problem-500-body = 思っていなかったことが起きて、終わりまでできませんでした。途中の変更は残していません。送信のさなかだった発信は、二重に送られることはありません。
problem-500-next = 少し待って、もう一度試してください。続くときは、下の番号を添えて管理者に知らせてください。
problem-503-title = 手入れをしています
problem-503-body = いま、記録の復元か入れ替えをしています。そのあいだ、発信は出ていきません。
problem-503-next = 終わると、このページはそのまま使えます。
problem-503-retry = あと{ $minutes }分ほどで戻る見込みです。
