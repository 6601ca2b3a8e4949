# どのページにもあることば

product = Shingi
product-ja = 信義
title-of = { $title }｜Shingi

unit-items = { $n }件
unit-people = { $n }名
unit-days = { $n }日
unit-chars = { $n }字
unit-bytes = { $n }バイト

skip-to-main = 本文へ移る
menu-open = メニューを開く
logo-label = Shingi 信義、今日のページへ
language-other = English
signed-in-as = { $name }（設定）
sign-out = サインアウト
sign-in = サインイン
search-label = 発信を探す

nav-label = 主なページ
nav-home = 今日
nav-posts = 発信
nav-write = 書く
nav-reviews = 確認
nav-calendar = 予定
nav-consultations = 相談と裁定
nav-stops = 停止
nav-emergencies = 緊急
nav-feasibility = 見込み
nav-accounts = 公式アカウント
nav-people = 人と認定
nav-records = 記録
nav-policy = 方針を読む
nav-official = 公開の一覧
nav-group-guard = 守る
nav-group-policy = 方針と記録
nav-count = { $n }件
nav-count-late = { $n }件、期限を過ぎたものがあります

stop-state-running = 発信 通常
stop-state-stopped = 発信 停止中

strength-note = 参考
strength-answer = 要回答
strength-review = 要確認
strength-consult = 要相談
strength-forbid = 掲載不可
strength-done = 充足

state-draft = 下書き
state-waiting = 確認待ち
state-returned = 差し戻し
state-held = 保留
state-cleared = 発信可
state-scheduled = 予約済み
state-sending = 送信中
state-published = 公開済み
state-unknown = 結果不明
state-corrected = 訂正済み
state-withdrawn = 取下げ
state-expired = 期限切れ
state-why = ：{ $why }
diff-skipped = （以下{ $n }行は同じ）

class-reply = 返信
    .hint = 会話の中の返事
class-routine = ふだん
    .hint = 毎日の発信
class-fix = 字句の直し
    .hint = 意味を変えない、自社の発信の直し
class-campaign = 企画
    .hint = 主張、数字、懸賞、協賛のあるもの
class-delicate = 慎重
    .hint = 政治、宗教、災害、批判、第三者の名前
class-emergency = 緊急
    .hint = 回収、災害、安全

class-raised-by = { $item } の指摘で「{ $class }」に上がりました

role-employee = 従業員
role-operator = 運用担当者
role-committee = 委員
role-chair = 委員長
role-examiner = 認定の試験官
role-hr = 人事
role-administrator = 管理者
role-auditor = 監査人

person-kind-employee = 従業員
person-kind-officer = 役員
person-kind-external_staff = 社内で働く外部の人

capability-write = 書く
capability-review = 確かめる
capability-publish = 発信する

medium-x = X
medium-bluesky = Bluesky
medium-mastodon = Mastodon
medium-official_page = 公式ページ
medium-facebook = Facebook
medium-instagram = Instagram
medium-threads = Threads
medium-line = LINE
medium-linkedin = LinkedIn
medium-youtube = YouTube
medium-tiktok = TikTok
medium-note = note
medium-other = そのほか

channel-official_page = 公式ページ（自動で公開）
channel-by_hand = 手で公開し、証拠を添える

step-done = 済み
step-now = いまここ
step-blocked = 必要、まだ
step-todo = このあと

action-save = 保存する
action-cancel = やめる
action-back = 戻る
action-close = 閉じる
action-open = 開く
action-show-all = すべて見る
action-add = 加える
action-search = 探す
action-copy = 写しを取る
copied = 写しを取りました
need-yes = 必須
need-no = 任意
policy-item = 方針 { $item }
policy-items = 方針 { $items }
notice-why = なぜ？
form-mistakes = 直すところが{ $n }つあります
time-zone-shown = 時刻は { $zone }
loading-failed = サーバーに届きませんでした。つながればもう一度試せます。

theme-label = 明るさ
theme-system = 端末に合わせる
theme-light = 明るい
theme-dark = 暗い

keys-title = キー
keys-search = 探す
keys-home = 今日へ
keys-write = 発信を書く
keys-rows = 次、前の行
keys-open = 行を開く
keys-submit = この欄を送る（変換中は効きません）
keys-finding = カーソルのある指摘へ
keys-list = この一覧
keys-switch = 1文字のキーを使う
