# 緊急で出す、まとめて確かめる、だれがいつ通せるかを見る

## 緊急

emergencies-head = 緊急で出したもの
emergencies-what = 回収や災害のように待てないときは、認定を受けた2人が理由を記して開きます。使ったものは、すべてここに並びます。
emergencies-empty = 緊急で出したものはありません
    .hint = 発信のページで書き手が理由を記し、もうひとりが同じ文面に加わると、ここに並びます。
lane-head = 緊急
lane-open = 緊急で出す
    .what = 回収、災害、安全のように、待てば人に害が及ぶときだけです。認定を受けたもうひとりがこの文面に加わると、すぐに出せます。点検の結果は見えますが、止めません。禁止の指摘、疑義、停止は、緊急でも止めます。出したあと、運営委員会が全体を確かめます。
lane-reason = なぜ待てないか
    .hint = 記録に残り、加わる人と委員会が読みます。
lane-open-do = もうひとりに加わってもらう
lane-join = 緊急で出すことに加わる
    .what = 2人目として、この文面を認める
    .hint = この文面への承認にもなります。文面が変わると、もう一度加わる必要があります。
lane-join-do = 加わる
lane-opened-by = { $name }が、{ $at } に開きました。
lane-joined-by = { $name }が、{ $at } に加わりました。
lane-waits = 加わるもうひとりを待っています。
lane-used = { $at } に出ました。
lane-shut = 直しを求めて戻されたので、閉じています。
lane-reviewed-by = { $name }が、{ $at } に委員会として確かめました。
lane-owed = 委員会の見直し：{ $at } まで
lane-owed-over = 委員会の見直しが遅れています：{ $at } まででした
lane-look-back = 全体を見直して、分かったこと
    .hint = 緊急だったか、点検の指摘はどうだったか、次にどうするか。監査の人も読みます。
lane-look-back-do = 見直しを記録する
done-emergency-opened = 理由を記録しました。認定を受けたもうひとりが加わるのを待っています。
done-emergency-joined = 加わりました。いま出せます。
done-emergency-reviewed = 見直しを記録しました。
field-look-back-needed = 見直して分かったことを書いてください。一文で足ります。
waits-emergency = { $name }さんが、緊急で出そうとしています。加わるかどうかを決めてください。
waits-look-back = { $name }さんが緊急で出したものを、委員会として見直してください。

## だれがいつ通せるか

feasible-head = だれが、いつ、何を通せるか
feasible-what = その日に書きはじめた発信を、その日にいる人だけで通せるかどうかです。人、認定、休み、方針が変わると、ここも変わります。
feasible-week = 種別と日
    .hint = 前の日までに済ませておけるものは、その日に人がいなくても出せます。「緊急」は、書く人と、加わるもうひとりが要ります。
feasible-yes = できる
feasible-no = できない
feasible-able = 認定を受けている人
feasible-there = その日にいる人
    .hint = 日を決めていない人は、月曜から金曜にいるものとして数えます。自分の日と休みは、自分のページで決められます。
feasible-nobody = いません
missing-account = 開いているアカウント
missing-author = 書く人
missing-reviewer = 確認する人
missing-manager = 上長
missing-committee = 委員
missing-doubter = 疑義を解く人
missing-time = 熟考の時間
missing-publisher = 送る人
schedule-lacks = いまの予定では、{ $at } までに通せません。足りないもの：{ $missing }
presence-head = いる日と休み
    .hint = 確認や裁定をしてもらえる日を数えるために使います。休みの理由は聞きません。
presence-days = いる曜日
presence-save = 曜日を決める
presence-leave-from = 休みの始まり
presence-leave-until = 休みの最後の日
presence-leave = 休みを入れる
presence-leaves = 入っている休み
presence-leave-one = { $from } から { $until } まで
done-presence = いる日を記録しました。

## 連載をまとめて確かめる

series-waits = 「{ $benefit }」の連載{ $n }件を、続けて読んでまとめて確かめる
series-head = 連載を確かめる
series-what = 同じ書き手の、同じ役に立つことを約束した通常の発信です。1件ずつ開いて読み、すべて読んだあとに一度で承認できます。承認は1件ごとに記録されます。
series-position = { $count }件のうち{ $n }件目
series-next = 読みました。次へ
series-alone = これだけを別に確かめる
series-all = { $n }件すべてを読みました
    .hint = 文面が変わったもの、疑義や指摘が出たものがあれば、まとめての承認は1件も行われません。
series-approve = { $n }件を承認する
series-list = この連載
series-opened = 読みました
series-not-yet = まだ
done-series-approved = 連載を承認しました。1件ごとに記録されています。
field-series-changed = 開いたあとに変わったもの、疑義や指摘の出たものがあります。1件も承認していません。残りをもう一度読んでください。
