# 1-4: findings about personal information. For each rule what is there, why it matters (.why), what to do (.help).

personal-phone_number = There is a telephone number here by which a person can be called.
    .why = A number that has spread cannot be called back, and strangers will use it.
    .help = Take the number out, and point to direct messages, the contact form or the published number of a desk.

personal-email = There is an address of mail here that reaches a person.
    .why = A published address is collected by machines, and it is the key to other accounts.
    .help = Take the address out, and point to direct messages or the contact form.

personal-postal_address = There is an address here down to the block or the room.
    .why = A home cannot be moved as quickly as its address spreads.
    .help = Leave the block out; the ward or the nearest station says enough. For a house of your organisation, add it to the published contacts.

personal-my_number = There is a My Number (individual number) here.
    .why = The law forbids publishing it, even one’s own, and it never changes.
    .help = Take the number out, and hand it over only in the way that is prescribed.

personal-card_number = There is the number of a payment card here.
    .why = With the number and the date, others can pay.
    .help = Take the number out. If it has been seen, have the card blocked.

personal-bank_account = There is a bank account here.
    .why = Account and name together are used for fraud and for payments nobody asked for.
    .help = Take the account out, and tell only those who need it. For your organisation’s own account, add it to the published contacts.

personal-identity_document = There is the number of a paper here that proves who somebody is.
    .why = With the number, somebody else can pass for that person.
    .help = Take the number out, and cover it in pictures.

personal-car_plate = There is the plate of a car here.
    .why = A plate leads to the owner and to their home.
    .help = Take the number out, and cover it in pictures.

personal-birth_date = There is a date of birth here, or the age of a named person.
    .why = The date of birth is used to prove identity, and it never changes.
    .help = Leave out the year or the day, or ask the person.

personal-messenger_id = There is an ID here by which a person can be added in a messenger.
    .why = Whoever knows it can write, and can pretend to be a friend.
    .help = Take the ID out, and give it by direct message to those who need it.

personal-person_with_attribute = Somebody’s name stands beside an illness, a family matter, a school, an age or a home.
    .why = With one more detail, those around know who is meant.
    .help = Leave out the name or the detail, or ask the person and say that they agreed.

personal-coordinates = There are exact coordinates here.
    .why = A position to within metres can be a home, a school or a hiding place.
    .help = Name the town or the station instead, or round to two decimals.

personal-child_whereabouts = It says here when and where a child can be met, or is alone.
    .why = Whoever wants to come near a child needs exactly the hour and the place.
    .help = Leave out the hour or the place, and tell only those who need to know.

personal-whereabouts = It says here when and where the writer can be met day after day, or when nobody is at home.
    .why = That is what a stalker or a burglar needs.
    .help = Leave out the hour or the place, or write of it afterwards.

personal-position_in_picture = The file of the picture said where it was taken. The position has been taken off.
    .why = The file in your hands still says it: sent as it is, it tells where somebody was or lives.
    .help = Publish the picture as it is kept here. Switch the position off in the camera where the place is nobody’s business.
personal-mosaic = Together with earlier posts this may tell who it is.
    .why = Each is little by itself; side by side they lead to a name or a door.
    .help = Compare it with the earlier words below, and leave out the piece that completes it, here or there.
