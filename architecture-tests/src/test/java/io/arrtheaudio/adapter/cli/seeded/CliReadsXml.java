package io.arrtheaudio.adapter.cli.seeded;

import javax.xml.stream.XMLInputFactory;

/** Breaks R10, XML. */
public final class CliReadsXml {

    XMLInputFactory xml() {
        return XMLInputFactory.newDefaultFactory();
    }
}
