# Words: problems of the JSON API

problem-idempotency-key = Send an Idempotency-Key of 1 to 200 characters.
problem-idempotency-reused = This Idempotency-Key was used for another request. Use a new one.
problem-if-match = Send If-Match with the ETag that you read.
problem-json = Send the JSON that this request takes. Line and column of what does not fit stand in reference.
field-word-unknown = The words that can be used stand in /api/v1/openapi.json.
field-id-form = An id is 32 hexadecimal digits.
field-cursor-form = For before, send the value from the Link of the page before as it is.
field-due-form = Send the time as RFC 3339 with an offset, for example 2026-12-03T09:00:00+09:00.
