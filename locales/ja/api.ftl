# ことば：JSON API の問題

problem-idempotency-key = Idempotency-Key は1文字から200文字で送ってください。
problem-idempotency-reused = この Idempotency-Key は、ほかの依頼に使われています。新しいものを使ってください。
problem-if-match = If-Match に、読んだときの ETag を付けて送ってください。
problem-json = 本文を、この依頼の形の JSON で送ってください。合わない場所の行と列を reference に記しました。
field-word-unknown = 使える語は /api/v1/openapi.json にあります。
field-id-form = 番号は32桁の16進数です。
field-cursor-form = before には、前のページの Link にある値をそのまま入れてください。
field-due-form = 時刻は、時差の付いた RFC 3339 で送ってください（例：2026-12-03T09:00:00+09:00）。
