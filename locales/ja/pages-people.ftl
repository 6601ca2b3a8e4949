# 公式アカウント、人と認定、記録のページのことば（続き）

language-ja = 日本語
language-en = 英語
people-no-manager = なし
people-password = はじめのパスワード
    .hint = 12文字以上。本人に直接伝え、サインインしたら変えてもらいます。

done-account-added = アカウントを登録しました。
done-account-saved = アカウントの内容を直しました。
done-account-closed = アカウントを閉じました。ここへはもう発信できません。
done-person-added = 人を登録しました。
done-person-saved = 内容を直しました。
done-certified = 認定しました。
done-certification-changed = 認定を変えました。次の発信から効きます。
done-verification-started = 検証を始めました。

noun-post = 発信
noun-person = 人
noun-account = 公式アカウント
noun-certification = 認定
noun-stop = 停止
noun-policy = 方針
noun-organisation = 組織
noun-payload = 消去
noun-epoch = 記録の代
records-export = 記録を書き出す（本文を含みます）

not-established-signer = 署名した人は、鍵を渡していないので確かめていません
not-established-no-outside-checkpoint = 外に置いた検査点と比べていません。鍵を持つ人なら、書き直せたかもしれません
not-established-no-witness = 証人の署名がありません
not-established-times = 時刻は、このサーバーの時計のものです
not-established-record-absent = 社内の記録が入っていないので、証明書が指す根を計算し直していません
not-established-outside-signer = 渡された検査点の署名者が分かりません
not-established-outside-not-comparable = 渡された検査点は、この1行とは比べられません
not-established-outside-lost = 渡された検査点は、復元で失われた行のものです
not-established-rest-of-log = この1行のほかは、確かめていません

me-session = サインイン
me-password = パスワードを変える
me-password-old = いまのパスワード
me-password-new = 新しいパスワード
    .hint = 12文字以上。変えると、ほかの画面でもサインインし直します。
done-password-changed = パスワードを変えました。新しいパスワードでサインインしてください。
field-password-wrong = いまのパスワードが違います。
