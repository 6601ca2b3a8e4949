# 発信を書き、確かめ、送るページで起きたこと、足りないもの、待っているもの

## したあとのひとこと

done-drafted = 下書きを作りました。指摘と、要るものはこのページにあります。
done-saved = 保存しました。
done-submitted = 確認に出しました。
done-answered = 回答を残しました。
done-dismissed = 参考の指摘をしまいました。
done-overruled = 指摘を却下し、理由を記録に残しました。
done-doubted = 疑義を出しました。解けるまで、この発信は送られません。
done-resolved = 疑義を解きました。
done-consulted = 相談しました。裁定が出るまで保留になります。
done-condition-met = 条件を果たした証拠を残しました。
done-pictures-added = 画像を加えました。代替テキストと権利の根拠を書いてください。
done-scheduled = 予約しました。時刻が来たら、もう一度確かめてから送ります。
done-unscheduled = 予約を外しました。
done-let-go = この予約を終わりにしました。文面と記録は残ります。
done-publishing = 公開を始めました。
done-started = 公開を始めました。下の文面を1文字も変えずに写してください。
done-proved = 公開されたことを、証拠とともに記録しました。
done-not-published = 公開しなかったことを記録しました。
done-unknown = 分からないと記録しました。確かめるまで、もう一度送ることはしません。
done-abandoned = この発信をやめました。書いたものと記録は残ります。

## 一覧と見出し

posts-untitled = （題なし）
stage-draft = 下書き
stage-submitted = 確認中
stage-returned = 差し戻し
stage-scheduled = 予約
stage-sending = 送信中
stage-unknown = 結果不明
stage-failed = 送れなかった
stage-missed = 期限切れ
stage-published = 公開済み
stage-abandoned = やめた
posts-doubts = 疑義{ $n }件
posts-obligations-open = 残る義務{ $n }件
posts-waits-for = { $party }の番

## 今日のページ：待っている理由

waits-by-hand = 手で公開し、証拠を添えてください。
waits-returned = 直しを求められています。
waits-author = 指摘に答えるか、文面を直してください。
waits-doubt = { $name }さんの発信に、解かれていない疑義があります。
waits-ruling = { $name }さんの相談に、裁定が要ります。
waits-review = { $name }さんの発信を確かめてください。
waits-missed = 時刻までに送られませんでした。時刻を決め直すか、やめてください。
home-stopped-by = { $at } に止めました：{ $reason }

## 発信までに動く人

chain-certified = 認定
chain-author = 書き、答える
chain-doubt = 疑義を解く
chain-manager = 上長の裁定
chain-committee = 委員会の裁定
chain-review = 別の人の確認
chain-administrator = 管理者の対応
chain-clock = 時間
chain-send = 発信
chain-open = 残り{ $n }件
chain-no-time = 時刻は決まっていません
chain-nobody = いま確かめられる人がいません
chain-any-of = { $n }名のうち1名

## 書くページ

posts-choose-account = 発信するアカウントを1つ以上選んでください
posts-no-account = 書く認定のあるアカウントがありません。認定の試験官に申し出てください。
posts-outside-certification = 認定の範囲にありません
posts-saved-at = { $at } に保存しました
posts-signed-out = サインインが切れています。別の画面でサインインすると、続けて保存されます
posts-refused = このままでは保存できません。長さを確かめてください
class-chosen = { $class }：{ $hint }
pictures-add-hint = PNG、JPEG、WebP、GIF。位置などの付帯情報は取り除かれます。書いた文面も、いっしょに保存されます。
misfit-picture-needed = 画像が1枚以上要ります
misfit-too-many-pictures = 画像は{ $limit }枚までです
counter-bytes = バイト
findings-policy-of = { $title } { $version }
findings-inspected = 方針の{ $items }項目を点検しました（規則{ $rules }本、点検できなかったもの{ $unchecked }件）。
findings-ready = あなたの分は済みました。あとは、ほかの人の番です。
findings-needs-change = 本文の直し{ $n }件
findings-needs-answer = あなたの回答{ $n }件
findings-needs-field = 空いている欄{ $n }件
findings-needs-and = { $one }と{ $other }
finding-asked = 相談しています。裁定が出るまでお待ちください。
finding-in-alt = 代替テキスト：{ $quote }
finding-in-picture = 画像{ $n }
finding-read-in-picture = 画像{ $n }：{ $quote }
picture-name = 画像{ $n }

## 発信のページ

delivery-scheduled = 時刻が来たら、もう一度確かめてから送ります。
delivery-held = 残っている義務があるあいだは、時刻が来ても送られません。
delivery-cleared = いまのままなら、送れます。
delivery-sending = 送っています。
delivery-sending-by-hand = { $name }さんが手で公開しています。証拠を待っています。
delivery-unknown = 公開されたかどうか分かりません。もう一度送ることはしません。見て確かめた人が、結果を記録します。
delivery-failed = 送れませんでした：{ $why }
delivery-missed = { $due } の予約でしたが、保留のまま時刻を過ぎました。ひとりでに送られることはありません。
delivery-missed-stopped = { $due } の予約でしたが、発信が止められていました。ひとりでに送られることはありません。
delivery-erased = 文面は消去されました。
delivery-publish-now = いま公開する
schedule-conflict = 同じ時間帯に、このアカウントの予約が{ $n }件あります。
doubt-resolved-by = { $name }が解いた（{ $at }）：{ $answer }
consultation-waits = 裁定待ち（{ $with }）
consultation-ruled = { $verdict }（{ $name }、{ $at }）
proof-by = { $name }、{ $at }
proof-erased = 中身は消去されました

## 版

revision-label = 第{ $n }版
draft-label = 書きかけ { $n }
revision-note-first = はじめの版
revision-note-same = 文面は同じ
revision-note-changed = 変わったところ：{ $fields }
revision-field-text = 本文
revision-field-variants = アカウント別の文面
revision-field-title = 題
revision-field-accounts = アカウント
revision-field-pictures = 画像
revision-field-benefit = 役に立つこと
revision-field-sources = 出典
revision-field-occasion = 返信・修正のもと
revision-erased = 消去された版
variant-of = { $name }の文面

## 手で公開

hand-unknown = 公開されたか分からない
hand-unknown-why = 公開した人には、公開されたかどうか分からなかった。
hand-not-why = 公開した人が、公開しなかったと記録した。
hand-held-why = 残っているもの：{ $what }

## 欄ごとの、足りないもの

field-accounts-needed = アカウントを1つ以上選んでください。
field-capabilities-needed = できることを1つ以上選んでください。
field-certification-own = 自分に認定を与えることはできません。ほかの試験官に頼んでください。
field-certification-revoked = 取り消された認定は戻せません。新しく認定してください。
field-colour-form = しるしの色を6つのうちから選んでください。
field-deputy-form = 代理には、いま在籍している、本人ではない人を選んでください。
field-email-form = メールアドレスは name@example.jp の形で書いてください。
field-email-taken = このメールアドレスは、ほかの人が使っています。
field-handle-form = アカウント名の形を確かめてください。公式ページでは、英小文字、数字、ハイフンだけです。
field-handle-taken = このアカウント名は、もう登録されています。
field-manager-loop = 上長をたどると本人に戻ります。別の人を選んでください。
field-name-needed = 名前を書いてください。
field-password-length = パスワードは12文字以上にしてください。
field-person-left = この人はもう在籍していません。
field-public-url-form = 公開URLは https://social.example.jp の形で、最後の斜線なしで書いてください。
field-reason-needed = 理由を書いてください。一文で足ります。
field-stop-already-lifted = この停止は、もう解かれています。
field-stop-own = 自分が命じた停止は解けません。ほかの委員に頼んでください。
field-text-needed = 本文が空です。1文字以上書いてください。
field-ask-needed = 何を決めてほしいかを書いてください。一文で足ります。
field-resolution-needed = どう解けたかを書いてください。一文で足ります。
field-class-lane = 「緊急」は種別に選べません。発信のページで、もうひとりと開いてください。
field-corrects-unknown = 直すもとには、同じアカウントで公開した発信を選んでください。
field-text-too-long = 本文は100,000字までです。短くしてください。
field-time-zone-form = 時間帯は Asia/Tokyo のような名前で選んでください。
field-title-too-long = 題は200字までです。短くしてください。
field-until-after-from = 終わりは、始まりよりあとの日時にしてください。
field-url-form = URLは https:// から書き、空白を入れないでください。
field-media-needed = 加える画像を選んでください。
field-date-form = 日付と時刻を、2026-12-03 と 09:00 の形で書いてください。
field-capture-needed = 公開された文面が見える、画面の写しを添えてください。

## 画像

picture-too-many-bytes = 画像は10 MBまでです。
    .help = 小さくして、もう一度加えてください。
picture-wrong-type = PNG、JPEG、WebP、GIF の画像ではありません。
    .help = このどれかの形で保存し直して、もう一度加えてください。
picture-too-large = 画像は、縦横とも8,192画素までです。
    .help = 小さくして、もう一度加えてください。
picture-too-many-frames = 動く画像は、1,000こままでです。
    .help = 一こまを選んで保存し直してから、もう一度加えてください。
picture-broken = 画像が壊れていて、開けません。
    .help = 別のアプリで保存し直して、もう一度加えてください。

## うまくいかなかったわけ

problem-form = 送られた欄を読めませんでした。ページを開き直して、もう一度送ってください。
problem-other-site = 別のサイトから送られた操作なので、受け付けませんでした。
problem-stale-form = このページを開いてから、サインインが変わりました。開き直して、もう一度送ってください。
problem-sign-in = 名前とパスワードが合いません。
problem-not-set-up = この組織は、まだ使い始めの設定が済んでいません。
problem-setup-link = この設定用のリンクは使えません。使い終わったか、途中が欠けています。
problem-disk-full = サーバーのディスクがいっぱいです。いまの操作は保存されていませんが、これまでの内容は失われていません。書いたものを手元に写し、管理者に空きを作るよう伝えてから、もう一度お試しください。
problem-precondition = どの版を直したかが分かりません。ページを開き直してください。
problem-finding-key = どの指摘のことかが分かりません。ページを開き直してください。
