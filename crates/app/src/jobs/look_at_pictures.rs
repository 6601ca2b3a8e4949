//! Looks at pictures that came in before this program could, so that what is unchecked does not stay so (1-3, 1-7).

use crate::{App, AppError};

pub fn look(app: &App) -> Result<(), AppError> {
    app.look_at_unseen()
}
