//! Lines and columns of a text, in the unit that a reader counts in. Serves every **R** item whose findings are shown.

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Utf16,
}

/// A place in a text, both counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// A text with the places where its lines begin. A line ends with LF, CR LF or CR.
pub struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl Unit {
    pub fn length(self, text: &str) -> usize {
        match self {
            Self::Utf16 => text.encode_utf16().count(),
        }
    }
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let ends = (0..bytes.len()).filter(|at| match bytes[*at] {
            b'\n' => true,
            b'\r' => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        });
        Self { text, starts: std::iter::once(0).chain(ends.map(|at| at + 1)).collect() }
    }

    pub fn position(&self, at: usize, unit: Unit) -> Position {
        let line = self.starts.partition_point(|start| *start <= at) - 1;
        Position { line, column: unit.length(&self.text[self.starts[line]..at]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surrogate_pair_is_two_columns_and_every_kind_of_line_end_ends_a_line() {
        let text = "一行目\r\n🎉電話\u{20bb7}は\rb\n";
        let lines = Lines::new(text);
        let place = |at| lines.position(at, Unit::Utf16);
        assert_eq!(place(text.find('は').unwrap()), Position { line: 1, column: 6 });
        assert_eq!(place(text.find('b').unwrap()), Position { line: 2, column: 0 });
        assert_eq!(place(text.len()), Position { line: 3, column: 0 });
        assert_eq!(Lines::new("").position(0, Unit::Utf16), Position { line: 0, column: 0 });
    }
}
