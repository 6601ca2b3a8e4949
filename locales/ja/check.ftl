# shingi check の画面に出ることば。強さ、義務、担当のことばは common.ftl と obligations.ftl にあります。

check-why = なぜ
check-help = すること
check-instead = かわりに
check-obligations = この文面に方針が求めること
check-minutes = （{ $n }分）
check-review-afterwards = 発信後の確認
check-unchecked = 点検できませんでした
check-not-asked = 点検していません（資料がありません）
check-clean = 答えるべき指摘はありません。
check-open = 指摘が{ $n }件あります。
check-notes = 参考が{ $n }件あります。
