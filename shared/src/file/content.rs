//! Whether a file holds what its ending says.

use std::io::Cursor;

use encoding_rs::{UTF_16BE, UTF_16LE};
use zip::ZipArchive;

use super::FileKind;

/// Bytes that the parts of an office file come to at most: more is there to burst whoever opens it.
const INFLATED: u64 = 200_000_000;

impl FileKind {
    /// Whether `content` is of this kind: by its first bytes, a text by having no zero character, an office file by its main part, without
    /// macros and within what can be opened.
    #[must_use]
    pub fn is_content(self, content: &[u8]) -> bool {
        match self {
            Self::Pdf => content.starts_with(b"%PDF-"),
            Self::Png => content.starts_with(b"\x89PNG\r\n\x1a\n"),
            Self::Jpg => content.starts_with(b"\xff\xd8\xff"),
            Self::Csv | Self::Txt => is_text(content),
            Self::Xlsx => is_office(content, "xl/workbook.xml"),
            Self::Docx => is_office(content, "word/document.xml"),
            Self::Pptx => is_office(content, "ppt/presentation.xml"),
            Self::Ods | Self::Odt => is_office(content, "content.xml"),
        }
    }
}

fn is_text(content: &[u8]) -> bool {
    let wide = match content {
        [0xff, 0xfe, text @ ..] => UTF_16LE.decode_without_bom_handling_and_without_replacement(text),
        [0xfe, 0xff, text @ ..] => UTF_16BE.decode_without_bom_handling_and_without_replacement(text),
        narrow => return !narrow.contains(&0),
    };
    wide.is_some_and(|text| !text.contains('\0'))
}

/// An archive with this part. Macros lie in `vbaProject.bin`, in `OpenDocument` below `Basic/` and `Scripts/`.
fn is_office(content: &[u8], main: &str) -> bool {
    let Ok(archive) = ZipArchive::new(Cursor::new(content)) else { return false };
    let runs = |name: &str| {
        name.to_ascii_lowercase().ends_with("vbaproject.bin")
            || name.starts_with("Basic/")
            || name.starts_with("Scripts/")
    };
    let names: Result<Vec<_>, _> = archive.file_names().collect();
    let fits = archive.decompressed_size().is_some_and(|size| size <= u128::from(INFLATED));
    fits && names.is_ok_and(|names| names.iter().any(|name| name == main) && !names.iter().any(|name| runs(name)))
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn archive(names: &[&str]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for name in names {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(b"<a/>").unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn an_office_file_has_its_main_part_and_no_macros() {
        let workbook = ["[Content_Types].xml", "xl/workbook.xml"];
        assert!(FileKind::Xlsx.is_content(&archive(&workbook)));
        assert!(!FileKind::Docx.is_content(&archive(&workbook)), "another program's");
        assert!(!FileKind::Xlsx.is_content(&archive(&["virus.exe"])));
        assert!(!FileKind::Xlsx.is_content(&archive(&["xl/workbook.xml", "xl/vbaProject.bin"])));
        assert!(!FileKind::Xlsx.is_content(b"PK\x03\x04 and no more"));
        assert!(FileKind::Ods.is_content(&archive(&["mimetype", "content.xml"])));
        assert!(!FileKind::Odt.is_content(&archive(&["content.xml", "Basic/Standard/Module1.xml"])));
    }

    #[test]
    fn an_office_file_that_bursts_is_refused() {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("xl/workbook.xml", SimpleFileOptions::default()).unwrap();
        let zeros = vec![0; 1_000_000];
        for _ in 0..=200 {
            zip.write_all(&zeros).unwrap();
        }
        assert!(!FileKind::Xlsx.is_content(&zip.finish().unwrap().into_inner()));
    }

    #[test]
    fn a_text_has_no_zero_character_in_whichever_width() {
        assert!(FileKind::Csv.is_content("a;ü".as_bytes()) && FileKind::Csv.is_content(b"\xff\xfea\0;\0"));
        assert!(FileKind::Txt.is_content(b"\xfe\xff\0a"));
        for bad in [&b"a\0"[..], b"\xff\xfe\0\0MZ", b"\xff\xfe\0\xd8"] {
            assert!(!FileKind::Csv.is_content(bad), "{bad:?}");
        }
    }
}
