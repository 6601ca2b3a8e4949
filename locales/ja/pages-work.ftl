# 確認、相談と裁定、予定、停止のページで起きたこと、できないわけ、日の名前

list-separator = 、
colon = ：
# 文と文のあいだ：日本語では何も入れません。
sentence-space = { "" }

## したあとのひとこと

done-approved = 承認しました。文面が変わると、この承認は消えます。
done-given-back = 直しを求めて、差し戻しました。
done-ruled = 裁定を下しました。
done-stopped = 発信を止めました。送っている途中だったものは、下に出ています。
done-lifted = 発信を再開しました。止まっているあいだに時刻を過ぎたものは、送られていません。

## 足りないもの

field-read-needed = 最後まで見たら、ここに印を付けてください。
field-comment-needed = どこを、なぜ直すかを書いてください。一文で足ります。
field-evidence-needed = どう果たしたかを書いてください。一文で足ります。
field-protected-needed = はじめの問いに答えてください。
field-verdict-needed = 「認める」か「認めない」かを選んでください。
field-protected-report-permit-only = 守られるべき通報かもしれないものは、「認める」だけが選べます。
field-protected-report-no-conditions = 守られるべき通報かもしれないものに、条件は付けられません。条件が果たされるまで送れなくなり、妨げになるからです。
field-scope-form = 止める範囲を一覧から選んでください。

## できないわけ

reason-and-help = { $reason }{ $help }
reason-own-post = 自分が書いた発信は承認も差し戻しもできません。確かめられる人：{ $names }
reason-own-ruling = 自分が書いた発信に、自分で裁定を下すことはできません。ほかの委員か上長の裁定を待ちます。
reason-any-of = { $n }名
reason-role = あなたの役割では、これはできません。
reason-abandoned = この発信は取りやめられました。
reason-nothing-open = 送るものは、もう残っていません。
reason-returned = 差し戻されています。書き手がもう一度確認に出すのを待ちます。
reason-not-submitted = まだ確認に出されていません。

## 確認

reviews-row-first = はじめて届きました
reviews-row-same = 前に見たときと同じ文面です
reviews-row-changed = 前に見てから変わりました（消えた文字 { $removed }字、増えた文字 { $added }字）
reviews-row-cleared = 残っている義務はありません
reviews-row-returned = { $name }さんから：{ $comment }
reviews-empty-for-me = あなたの確認を待っているものはありません。
reviews-empty-next = 次に出るあなたの発信は、{ $at } の「{ $title }」です。
reviews-empty-mine = 確認に出した発信は、ここで今どこにあるかが分かります。
reviews-empty-returned = 差し戻されたものと、あなたが差し戻したものがここに並びます。
reviews-empty-expired = 時刻までに発信可にならなかったものは、送られずにここに並びます。
review-since-own = あなたが見た第{ $from }版 → 第{ $to }版（{ $at } から）
review-since-submission = 前に確認に出された第{ $from }版 → 第{ $to }版（{ $at } から）
review-changed-others = ほかに変わったもの：{ $fields }
review-approval-voided = { $name }さんの承認（第{ $revision }版、{ $at }）は、そのあと文面が変わったので、もう効きません。
review-due = { $at } まで
review-due-over = { $at } を過ぎました
review-link-host = 行き先：{ $host }
review-link-plain = 行き先：{ $host }（暗号化されない http です）
review-link-odd = 行き先：{ $host }（見た目と違う先へ行くことがあります。確かめてください）
review-rights = { $basis }：{ $evidence }
review-rights-until = （{ $until } まで）
review-rights-over = （{ $until } で切れました）
review-rights-missing = 権利の根拠がまだありません
review-then-cooling = 熟考時間は { $until } に終わります。
review-then-scheduled = { $at } に、もう一度確かめてから送られます。
review-then-no-time = 送る時刻はまだ決まっていません。
review-then-void = 文面が変われば、この承認は消えます。

## 相談と裁定

consultation-precedent = { $question }（{ $verdict }、{ $at }）
ruling-met-by = { $name }、{ $at }：{ $words }
ruling-void = この裁定のあとで文面が変わりました。いまの文面には、新しい裁定が要ります。

## 予定

calendar-heading-month = { $year }年{ $month }月
calendar-heading-span = { $year }年{ $from }〜{ $until }
calendar-day = { $month }月{ $day }日
calendar-earlier-month = 前の月
calendar-later-month = 次の月
calendar-earlier-week = 前の週
calendar-later-week = 次の週
calendar-earlier-list = 前の30日
calendar-later-list = 次の30日
calendar-conflict-hour = { $day } に、{ $account } の発信が同じ時間帯に重なっています：{ $titles }
calendar-conflict-remembrance = { $day } は「{ $name }」です。「{ $title }」をこの日に出してよいか、確かめてください。
calendar-holidays-unknown = { $year }年の祝日は、この版のShingiにはまだ入っていません。
weekday-0 = 日曜日
weekday-1 = 月曜日
weekday-2 = 火曜日
weekday-3 = 水曜日
weekday-4 = 木曜日
weekday-5 = 金曜日
weekday-6 = 土曜日

holiday-new-year = 元日
holiday-coming-of-age = 成人の日
holiday-foundation = 建国記念の日
holiday-emperor = 天皇誕生日
holiday-vernal-equinox = 春分の日
holiday-showa = 昭和の日
holiday-constitution = 憲法記念日
holiday-greenery = みどりの日
holiday-children = こどもの日
holiday-substitute = 振替休日
holiday-marine = 海の日
holiday-mountain = 山の日
holiday-respect-for-the-aged = 敬老の日
holiday-citizens = 国民の休日
holiday-autumnal-equinox = 秋分の日
holiday-sports = スポーツの日
holiday-culture = 文化の日
holiday-labour-thanksgiving = 勤労感謝の日

remembrance-noto = 能登半島地震の日
remembrance-hanshin = 阪神・淡路大震災の日
remembrance-tohoku = 東日本大震災の日
remembrance-kumamoto = 熊本地震の日
remembrance-okinawa = 沖縄慰霊の日
remembrance-hiroshima = 広島原爆の日
remembrance-nagasaki = 長崎原爆の日
remembrance-end-of-war = 終戦の日
remembrance-kanto = 関東大震災の日

## 停止

stops-scope-all = すべてのアカウント
stops-lift-who = 再開できるのは委員です。
stops-flying-sending = 「{ $title }」（{ $account }）：{ $at } から送っている途中です。結果を待っています。
stops-flying-unknown = 「{ $title }」（{ $account }）：公開されたかどうか分かりません。見て確かめてください。
stops-flying-failed = 「{ $title }」（{ $account }）：{ $at } に、送れなかったと分かりました。
stops-flying-published = 「{ $title }」（{ $account }）：止める前に送り始めていて、{ $at } に公開されました。
stops-missed-stopped = 発信が止められているあいだに、時刻を過ぎました。
stops-missed-held = 義務が残ったまま、時刻を過ぎました。
stops-earlier-one = { $scope }：{ $name }が停止（{ $reason }）、{ $until } に{ $lifter }が再開（{ $because }）
stops-again-who = 時刻を決め直せるのは、発信する認定のある運用担当者です。
