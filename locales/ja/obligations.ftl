# 方針が1つの配信に求めるもの。.help は、どうすれば充足するか
#
# obligation-… は Duty、party-… は Party、standing-… は Standing の名前です。
# 媒体、状態、種別、役割、強さ、認定の範囲、権利と証拠の種類のことばは common.ftl と pages-team.ftl にあります。

obligation-account = 開いている公式アカウント
    .help = 登録され、閉じられていないアカウントからだけ発信できます。管理者に確かめてください。
obligation-certification = 有効な認定
    .help = 書き手には書く認定、送る人には発信する認定が要ります。期限や範囲は認定の試験官が直せます。
obligation-certification-missing = { $name }の認定が有効ではありません
obligation-content = 送る文面か画像
    .help = 本文を書くか、画像を加えてください。取りやめた発信は送れません。
obligation-fit = 媒体の決まりに収まること
    .help = 長さや画像の枚数を、この媒体に合わせてください。媒体ごとに別の文面にできます。
obligation-too-long = { $limit }までのところ、{ $counted }あります
obligation-benefit = 読む人の役に立つこと
    .help = 読んだ人が何を知り、何ができるようになるかを、一文で書いてください。
obligation-sources = 出典
    .help = URL、文書番号、確かめた相手のいずれかを1つ以上書いてください。要る理由がないなら、その旨を書けば足ります。
obligation-occasion = 何への返信か、どの発信の修正か
    .help = 返信なら答える相手の書き込みを、字句の直しなら直すもとの発信を示してください。示せないものは、別の種別で出します。
obligation-review = 別の人の確認
    .help = 認定を受けた、書き手ではない人が、送られる文面そのものを読んで承認します。文面が変わると、やり直しです。
obligation-cooling-off = 熟考時間
    .help = 最後に文面を変えてから、決まった時間がたつのを待ちます。だれも早められません。
obligation-rights = 画像の権利
    .help = 自社で作ったか、許諾・許可・引用のどれにあたるかと、その根拠を書いてください。期限の切れた許諾では出せません。
obligation-finding = 文面への指摘
    .help = 文面を直すか、その強さが求めるとおりに答えてください。
obligation-unchecked = できなかった点検
    .help = 見るはずの規則が動けませんでした。見ていないものは通せません。管理者に知らせてください。
obligation-doubt = 解かれていない疑義
    .help = 出した人か委員会が解きます。少しでも疑いが残るなら、出しません。
obligation-ruling = 相談への裁定
    .help = 相談し、この文面そのものを認める裁定を得てください。文面が変わったり、新しい相談が出たりすると、改めて要ります。
obligation-condition = 裁定の条件
    .help = 条件を満たし、その証拠を添えてください。
obligation-stop = 発信の停止
    .help = 停止が解かれるまで、何も送られません。解くのは運営委員会です。
obligation-clock = 正しい時計
    .help = サーバーの時計が、記録の最後の行より前を指しています。直るまで何も送られません。管理者に知らせてください。

party-author = 書き手
party-other-certified = 認定を受けた別の人
party-manager = 上長
party-committee = 運営委員会
party-doubter = 疑義を出した人か運営委員会
party-examiner = 認定の試験官
party-administrator = 管理者
party-clock = 時間がたつのを待つ

standing-open = まだ
standing-in-force = 満たされています
standing-discharged = 充足
standing-discharged-by = { $name }、{ $at }
standing-overruled = 当たらないとして却下
standing-overruled-by = 当たらないとして却下：{ $name }、{ $at }
standing-shown = お知らせだけ
standing-dismissed = しまいました
standing-afterwards = 緊急のため、あとで確かめます

consulted-manager = 上長
consulted-committee = 運営委員会
verdict-permit = 認める
verdict-refuse = 認めない

capability-reply = 返信する

failure-rejected = 媒体が、この内容を受け付けませんでした
failure-revoked = 媒体への接続が切れています
failure-not_sent = 送られていません。送り直せます
