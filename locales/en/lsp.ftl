# What shingi lsp says in an editor.

lsp-show-article = Show the article of item { $item }
lsp-replace = Replace with “{ $words }” (look whether it is true)
lsp-the-company = the company
