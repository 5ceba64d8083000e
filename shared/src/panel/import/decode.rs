//! Bytes of whichever encoding, read as UTF-8 in pieces.

use std::io::Read;

use encoding_rs::{Decoder, Encoding};

const RAW: usize = 64 * 1024;
/// What `RAW` bytes can become at most: a byte of Windows-1252 takes up to three.
const DECODED: usize = 3 * RAW + 16;

/// A source of UTF-8.
pub(super) struct Decoded<R> {
    source: R,
    decoder: Decoder,
    raw: Box<[u8]>,
    text: Box<[u8]>,
    start: usize,
    end: usize,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    /// Reads `source` in `encoding`; a byte order mark is taken away.
    pub fn new(source: R, encoding: &'static Encoding) -> Self {
        let decoder = encoding.new_decoder_with_bom_removal();
        let (raw, text) = (vec![0; RAW].into(), vec![0; DECODED].into());
        Self { source, decoder, raw, text, start: 0, end: 0, ended: false }
    }

    /// What is read and not yet consumed; empty only at the end.
    pub fn fill(&mut self) -> std::io::Result<&[u8]> {
        while self.start == self.end && !self.ended {
            let length = read_some(&mut self.source, &mut self.raw)?;
            self.ended = length == 0;
            let (_, _, written, _) = self.decoder.decode_to_utf8(&self.raw[..length], &mut self.text, self.ended);
            (self.start, self.end) = (0, written);
        }
        Ok(&self.text[self.start..self.end])
    }

    /// Marks `length` bytes of what [`Decoded::fill`] returned as read.
    pub fn consume(&mut self, length: usize) {
        self.start += length;
    }
}

/// Like `read`, but a signal does not end it.
pub(super) fn read_some(source: &mut impl Read, buffer: &mut [u8]) -> std::io::Result<usize> {
    loop {
        match source.read(buffer) {
            Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
            outcome => return outcome,
        }
    }
}
