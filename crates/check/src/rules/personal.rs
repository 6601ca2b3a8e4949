//! 1-4: data by which a person can be found, called, followed or cheated.

use crate::rule::Rule;

pub mod bank_account;
pub mod birth_date;
pub mod car_plate;
pub mod card_number;
pub mod child_whereabouts;
pub mod coordinates;
pub mod email;
pub mod identity_document;
pub mod messenger_id;
pub mod mosaic;
pub mod my_number;
pub mod person_with_attribute;
pub mod phone_number;
pub mod position_in_picture;
pub mod postal_address;
pub mod whereabouts;

/// The rules of this family.
pub const RULES: &[&Rule] = &[
    &phone_number::RULE,
    &email::RULE,
    &postal_address::RULE,
    &my_number::RULE,
    &card_number::RULE,
    &bank_account::RULE,
    &identity_document::RULE,
    &car_plate::RULE,
    &birth_date::RULE,
    &messenger_id::RULE,
    &person_with_attribute::RULE,
    &coordinates::RULE,
    &child_whereabouts::RULE,
    &whereabouts::RULE,
    &position_in_picture::RULE,
    &mosaic::RULE,
];
