# 記録のひとことずつ：できごと1種類につき1文
#
# どの文にも { $actor }（行った人。システムなら「システム」）が渡されます。ほかに渡されるもの：
#   { $revision } 版の番号：post_revised post_submitted post_approved post_returned
#   { $item }     方針の項目：post_answered post_note_dismissed post_finding_overruled
#   { $with }     相談先（consulted-…）：post_consulted
#   { $verdict }  裁定（verdict-…）：post_ruled
#   { $due }      予約の日時：post_scheduled post_missed
# 氏名のほかに、文面や理由のことばは入れません。消去されても文が成り立つためです。

actor-system = システム
actor-system-for = システム（{ $name }の指示による）
person-erased = 氏名が消去された人
account-erased = 名前が消去されたアカウント

event-organisation_founded = { $actor }が、この組織での利用を始めました。
event-organisation_changed = { $actor }が、組織の表示を改めました。
event-policy_adopted = { $actor }が、方針の新しい版を採択しました。

event-person_added = { $actor }が、人を名簿に加えました。
event-person_changed = { $actor }が、名簿の内容を改めました。
event-person_deputy_named = { $actor }が、代理を定めました。
event-person_duty_days_set = { $actor }が、発信に関わる曜日を決めました。
event-person_leave_entered = { $actor }が、休みを入れました。
event-person_quiz_passed = { $actor }が、方針の確認テストに合格しました。
event-person_acknowledged = { $actor }が、方針のこの版を読み、確認しました。
event-person_left = { $actor }が、離任を記録しました。

event-account_registered = { $actor }が、公式アカウントを登録しました。
event-account_changed = { $actor }が、公式アカウントの表示を改めました。
event-account_closed = { $actor }が、公式アカウントを閉じました。

event-certification_granted = { $actor }が、運用担当者の認定を与えました。
event-certification_suspended = { $actor }が、認定を一時止めました。
event-certification_reinstated = { $actor }が、止めていた認定を戻しました。
event-certification_revoked = { $actor }が、認定を取り消しました。

event-post_drafted = { $actor }が、発信を書きはじめました。
event-post_revised = { $actor }が、第{ $revision }版を保存しました。
event-post_answered = { $actor }が、{ $item } の指摘に証拠を添えて答えました。
event-post_note_dismissed = { $actor }が、{ $item } の参考の指摘をしまいました。
event-post_finding_overruled = { $actor }が、{ $item } の指摘は当たらないと、理由を記して却下しました。
event-post_submitted = { $actor }が、第{ $revision }版を確認に出しました。
event-post_approved = { $actor }が、第{ $revision }版を承認しました。
event-post_returned = { $actor }が、第{ $revision }版を差し戻しました。
event-post_doubt_raised = { $actor }が、疑義を出しました。
event-post_doubt_resolved = { $actor }が、疑義を解きました。
event-post_consulted = { $actor }が、{ $with }に相談しました。
event-post_ruled = { $actor }が裁定しました：{ $verdict }
event-post_condition_met = { $actor }が、裁定の条件を満たした証拠を添えました。
event-post_scheduled = { $actor }が、{ $due } に予約しました。
event-post_unscheduled = { $actor }が、予約を外しました。
event-post_send_started = { $actor }が、発信許可を確かめて送信を始めました。
event-post_send_succeeded = { $actor }が、公開されたことを記録しました。
event-post_send_failed = { $actor }が、送信できなかったことを記録しました。
event-post_send_unknown = { $actor }が、届いたかどうか分からないことを記録しました。確かめるまで送り直しません。
event-post_missed = { $due } の予約は、保留のまま時刻を過ぎました（記録：{ $actor }）。あとからひとりでに送られることはありません。
event-post_abandoned = { $actor }が、この下書きを取りやめました。
event-post_emergency_opened = { $actor }が、緊急で出す理由を記し、もうひとりの同意を求めました。
event-post_emergency_joined = { $actor }が、緊急で出すことに加わり、第{ $revision }版の文面を承認しました。
event-post_emergency_reviewed = { $actor }が、緊急で出したものの全体を、委員会としてあとから確かめました。

event-stop_ordered = { $actor }が、発信の停止を命じました。
event-stop_lifted = { $actor }が、発信の停止を解きました。

event-payload_erased = { $actor }が、記録の添付内容を1件消去しました。行と封緘は残ります。

event-epoch_opened = { $actor }が控えから復元しました。控えより後に公開した行は欠けている場合があるため、記録は新しい代として続きます。終わった代と、公開済みの長さは、この行に記しています。
