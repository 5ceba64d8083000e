//! Writing.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::NAMESPACE;
use crate::questionnaire::translation::catalogue::{Catalogue, Line};
use crate::questionnaire::translation::refusal::Refusal;

/// Writes the list; `name` is the questionnaire's code.
pub fn write(catalogue: &Catalogue, name: &str) -> Result<Vec<u8>, Refusal> {
    written(catalogue, name).map_err(Refusal::whole)
}

fn written(catalogue: &Catalogue, name: &str) -> io::Result<Vec<u8>> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let file = [
        ("original", name),
        ("datatype", "plaintext"),
        ("source-language", catalogue.pair.from.as_str()),
        ("target-language", catalogue.pair.to.as_str()),
    ];
    writer.create_element("xliff").with_attributes([("xmlns", NAMESPACE), ("version", "1.2")]).write_inner_content(
        |writer| {
            writer.create_element("file").with_attributes(file).write_inner_content(|writer| {
                writer
                    .create_element("body")
                    .write_inner_content(|writer| catalogue.lines.iter().try_for_each(|line| unit(writer, line)))?;
                Ok(())
            })?;
            Ok(())
        },
    )?;
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn unit(writer: &mut Writer<Vec<u8>>, line: &Line) -> io::Result<()> {
    let attributes = [("id", line.key.as_str()), ("xml:space", "preserve")];
    writer.create_element("trans-unit").with_attributes(attributes).write_inner_content(|writer| {
        writer.create_element("source").write_text_content(BytesText::new(&line.source))?;
        if !line.target.is_empty() {
            let target = writer.create_element("target").with_attribute(("state", "translated"));
            target.write_text_content(BytesText::new(&line.target))?;
        }
        if !line.context.is_empty() {
            writer.create_element("note").write_text_content(BytesText::new(&line.context))?;
        }
        Ok(())
    })?;
    Ok(())
}
