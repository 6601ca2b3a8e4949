# shingi lsp がエディターに示すこと。

lsp-show-article = 項目{ $item }の条文を表示
lsp-replace = 「{ $words }」に直す（正しいか確かめてください）
lsp-the-company = 当社
