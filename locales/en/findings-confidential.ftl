# 1-5 and 1-6: findings about house marks and what is learned at work.

confidential-house_mark = A mark of internal documents stands here, such as “internal only”.
    .why = What carries such a mark stays inside, also in part, as a picture or as a summary.
    .help = Take out what comes from the document, or ask the department that made it.

confidential-house_document = Something out of a document, a chat or a screen of the house is shown here.
    .why = One page that seems harmless inside tells outsiders how the house works and who works there.
    .help = Take it out unless it is public, or ask the department whether it may be shown.

confidential-internal_address = An address, folder, extension or password from inside the house stands here.
    .why = A door that is known gets knocked on, and a known key opens it.
    .help = Take it out. If a password was seen already, have it changed at once.

confidential-unannounced = The text itself says that this is not public yet.
    .why = A hint is enough: together with other clues the rest can be guessed.
    .help = Wait for the announcement, then write it with a link to it.

confidential-business_decision = A decision of the company stands here, and it is not clear that it is public.
    .why = Those concerned should hear it from the company; if it moves a share price, the law is concerned too.
    .help = Take it out until it is announced, or link to the announcement.

confidential-internal_figure = A figure of the house or of a client stands here: sales, cost, a contract.
    .why = Figures show our hand, and before disclosure they are inside information.
    .help = Take the figure out, or link to the published report.

confidential-client_dealings = Dealings with a client or partner are told here.
    .why = That somebody is our client is theirs to tell, and what they confided is in our care.
    .help = Take out the client and the matter, or show their consent and the published page.

confidential-guest = A guest, patient or customer whom the writer saw at work is told of here.
    .why = Who came when and did what is only for them to tell.
    .help = Take out what tells who it was, hints included.

confidential-undisclosed_incident = A fault, accident or weakness that has not been announced is told here.
    .why = It is abused before it is mended, and those concerned learn it from a stray post.
    .help = Take it out and tell the desk in the house. Reporting a wrong is always free.

confidential-code_name = What looks like the inside name of a project or prototype stands here.
    .why = Two posts with one code name are enough to put date, size and people together.
    .help = Take out the name and the date, or show the page that made it public.

confidential-kept_quiet = Something known from work is told here, with words that it is not known yet.
    .why = Whoever writes “nobody knows yet” has told everybody, and what clients and colleagues prepare comes undone.
    .help = Leave it out until it is published. Where something is wrong, the reporting office, inside or outside, is there for it.

# In these, the words before `.insider` confirm nothing: who may not know the matter reads them.
confidential-matter_named = This may touch something that cannot be made public yet.
    .insider = A matter of the register is named that is not public yet.
    .why = What is learned at work is confidential until it can be shown to be publicly known.
    .help = Leave it out, or show the page where it was announced and have it confirmed by a second person who may know.

confidential-material_fact_named = This may touch something that cannot be made public yet.
    .insider = A material fact is named before its disclosure.
    .why = A disclosure has to reach everybody at once; telling it earlier may break the law.
    .help = Leave it out. It can be told once it has been disclosed.

confidential-document_quoted = This may touch something that cannot be made public yet.
    .insider = The same words stand in a confidential document of the register.
    .why = A paragraph gives a document away, also where it names nothing.
    .help = Leave it out, or show where the document was published.
