# shingi eval が端末に書くこと。

eval-posts = 文面{ $n }件
eval-recall = 再現率
eval-precision = 適合率
eval-clean = 問題のない文面をそっとしておいた率
eval-noise = 誤りの率
eval-noise-clean = 問題のない文面での誤りの率
eval-quotes = 見つけた箇所
eval-right = 正しい文面
eval-wrong = 誤り
eval-item = 項目
eval-rule = 規則
eval-alone = この規則だけが見つけた箇所
eval-missed = 見落とし
eval-all = 全体
eval-compared = 前回との比較
eval-other-posts = 文面の数が違います
eval-same = どの数値も前回と同じです。
eval-better = 改善
eval-worse = 悪化
eval-newly-missed = 新たな見落とし
eval-newly-found = 新たに見つけたもの
eval-newly-wrong = 新たな誤り
eval-no-longer-wrong = なくなった誤り
