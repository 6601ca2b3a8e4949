# shingi check の画面に出ることば。強さ、義務、担当のことばは common.ftl と obligations.ftl にあります。

check-why = なぜ
check-help = すること
check-matter = 登録された案件
check-earlier = 前の投稿
check-instead = かわりに
check-obligations = この文面に方針が求めること
check-minutes = （{ $n }分）
check-review-afterwards = 発信後の確認
check-unchecked = 点検できませんでした
check-not-asked = 点検していません（資料がありません）
check-clean = 答えるべき指摘はありません。
check-open = 指摘が{ $n }件あります。
check-notes = 参考が{ $n }件あります。
check-known = 既知の指摘が{ $n }件あります。
check-fix-safe = 見えない文字を取り除く（読み方は変わりません）
check-fix-suggest = この文面に直す（正しいか確かめてください）
check-fixed = { $n }か所を直しました。
check-stats = 点検の統計
check-stats-posts = 点検した文面
check-stats-open = うち、対応が必要な文面
check-stats-bytes = バイト
check-stats-ready = 準備ができるまで
check-stats-seconds = 点検にかかった時間
check-stats-speed = 1秒あたりの文面
check-stats-counts = 要対応と総数（項目別、規則別）
