# 広報の人たちのページ

## 今日

home-waiting = { $name }さんを待っているものが{ $n }件あります。
home-waiting-late = うち{ $n }件は期限を過ぎました。
home-nothing-waits = { $name }さんを待っているものはありません。
home-waiting-head = あなたを待っているもの
home-waiting-empty = 待っているものはありません
    .hint = 誰かがあなたの確認や答えを必要とすると、ここに出ます。
home-duties = 期限のある務め
home-stop-head = 発信の停止スイッチ
home-running = 通常どおり発信中
home-stopped = すべて止まっています
home-stop-what = 押すと、予約を含むすべての発信がその場で止まります。再開しても、たまった分はひとりでに送られません。1件ずつ確かめ直します。
home-stop-all = すべて止める…
home-stop-see = 停止のページへ
home-missed = 止まっていて送られなかった{ $n }件を確かめる
home-agenda = 今日の発信
home-agenda-calendar = 予定を見る
home-agenda-empty = 今日の発信はありません
    .hint = 発信可になった文章を予定に入れると、ここに出ます。
home-record = { $at } の検査点まで、{ $n }件がつながっています。
home-record-none = { $n }件あります。検査点はまだありません。

posts-write = 発信を書く
