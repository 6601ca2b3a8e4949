//! Lines and columns of a text, in the unit that a reader counts in. Serves every **R** item whose findings are shown.
//!
//! Must never cut a character: a column inside of one means its beginning.

use std::ops::Range;

/// What a column counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    Utf8,
    Utf16,
    Utf32,
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
            Self::Utf8 => text.len(),
            Self::Utf16 => text.encode_utf16().count(),
            Self::Utf32 => text.chars().count(),
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

    /// The bytes of a line without its end; nothing behind the last one.
    fn line(&self, line: usize) -> Range<usize> {
        let Some(start) = self.starts.get(line).copied() else { return self.text.len()..self.text.len() };
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        let words = self.text[start..end].trim_end_matches('\n');
        let words = if words.len() < end - start { words.trim_end_matches('\r') } else { words };
        // A line that ends with CR alone.
        let words = if self.starts.len() > line + 1 { words.trim_end_matches('\r') } else { words };
        start..start + words.len()
    }

    pub fn position(&self, at: usize, unit: Unit) -> Position {
        let line = self.starts.partition_point(|start| *start <= at) - 1;
        Position { line, column: unit.length(&self.text[self.starts[line]..at]) }
    }

    /// The byte of a place. Behind a line's end is its end, behind the last line the end of the text.
    pub fn offset(&self, position: Position, unit: Unit) -> usize {
        let line = self.line(position.line);
        let mut column = 0;
        for (at, c) in self.text[line.clone()].char_indices() {
            column += match unit {
                Unit::Utf8 => c.len_utf8(),
                Unit::Utf16 => c.len_utf16(),
                Unit::Utf32 => 1,
            };
            if column > position.column {
                return line.start + at;
            }
        }
        line.end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_what_the_reader_counts_and_a_surrogate_pair_is_two() {
        let text = "一行目\r\n🎉電話\u{20bb7}は\n";
        let lines = Lines::new(text);
        let at = text.find('は').unwrap();
        let place = |unit| lines.position(at, unit);
        assert_eq!(place(Unit::Utf16), Position { line: 1, column: 6 });
        assert_eq!(place(Unit::Utf32), Position { line: 1, column: 4 });
        assert_eq!(place(Unit::Utf8), Position { line: 1, column: 14 });
        for unit in [Unit::Utf8, Unit::Utf16, Unit::Utf32] {
            for (at, c) in text.char_indices().filter(|(_, c)| !c.is_control()) {
                assert_eq!(lines.offset(lines.position(at, unit), unit), at, "{c} in {unit:?}");
            }
        }
    }

    #[test]
    fn a_column_inside_of_a_character_or_behind_the_line_never_cuts_one() {
        let text = "🎉a\r\nb\rc\n";
        let lines = Lines::new(text);
        let offset = |line, column| lines.offset(Position { line, column }, Unit::Utf16);
        assert_eq!((offset(0, 1), offset(0, 2), offset(0, 3), offset(0, 99)), (0, 4, 5, 5));
        assert_eq!((offset(1, 0), offset(1, 9), offset(2, 0), offset(3, 0), offset(9, 9)), (7, 8, 9, 11, 11));
        assert_eq!(lines.position(text.len(), Unit::Utf16), Position { line: 3, column: 0 });
        assert_eq!(Lines::new("").position(0, Unit::Utf16), Position { line: 0, column: 0 });
    }
}
