package io.arrtheaudio.adapter.files.nfo;

import io.arrtheaudio.domain.title.TitleIds;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the elements directly below the root of Kodi's XML: {@code uniqueid}, {@code id}, {@code tmdbid}, {@code title} and
 * so on; those further down are of actors and sets. Document types and entities are never resolved. What was read before a
 * place that is no XML counts.
 *
 * <p>One thread at a time.
 */
final class NfoReader {

    private static final int LONGEST_VALUE = 400;
    private static final int CHILD_OF_ROOT = 2;

    private static final Map<String, Nfo.Kind> KINDS =
            Map.of("movie", Nfo.Kind.MOVIE, "tvshow", Nfo.Kind.SERIES, "episodedetails", Nfo.Kind.EPISODE);

    private Nfo.Kind kind = Nfo.Kind.OTHER;
    private TitleIds ids = TitleIds.NONE;
    private String title = "";
    private String originalTitle = "";
    private int year;

    private int depth;
    private String idType = "";
    private final StringBuilder value = new StringBuilder();

    Nfo.Kind kind() {
        return kind;
    }

    TitleIds ids() {
        return ids;
    }

    /** The original title if it is told: databases know that one in every language. */
    String name() {
        return originalTitle.isEmpty() ? title : originalTitle;
    }

    int year() {
        return year;
    }

    void read(byte[] content) {
        try {
            XMLStreamReader xml = harmless().createXMLStreamReader(new ByteArrayInputStream(trimmed(content)));
            while (xml.hasNext()) {
                handle(xml, xml.next());
            }
        } catch (XMLStreamException | RuntimeException e) {
            depth = 0; // no XML from here on; the parser of the JDK throws unchecked ones too for odd encodings
        }
    }

    /** XML may not begin with blank lines; people's files do. */
    private static byte[] trimmed(byte[] content) {
        int start = 0;
        while (start < content.length && (content[start] == ' ' || content[start] == '\n' || content[start] == '\r')) {
            start++;
        }
        return Arrays.copyOfRange(content, start, content.length);
    }

    private static XMLInputFactory harmless() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }

    private void handle(XMLStreamReader xml, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> start(xml);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> append(xml);
            case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName().toLowerCase(Locale.ROOT));
            default -> {} // comments, instructions, entities that nobody resolves
        }
    }

    private void start(XMLStreamReader xml) {
        depth++;
        if (depth == 1) {
            kind = KINDS.getOrDefault(xml.getLocalName().toLowerCase(Locale.ROOT), Nfo.Kind.OTHER);
        } else if (depth == CHILD_OF_ROOT) {
            value.setLength(0);
            idType = attribute(xml, "type");
            boolean isId = xml.getLocalName().equalsIgnoreCase("id");
            if (isId) {
                readAttributes(xml);
            }
        }
    }

    /** Emby and Jellyfin write {@code <id IMDB="tt1" TMDB="2" TVDB="3">}. */
    private void readAttributes(XMLStreamReader xml) {
        addId("imdb", attribute(xml, "IMDB"));
        addId("tmdb", attribute(xml, "TMDB"));
        addId("tvdb", attribute(xml, "TVDB"));
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String found = xml.getAttributeValue(null, name);
        return found == null ? "" : found.strip();
    }

    private void append(XMLStreamReader xml) {
        if (depth == CHILD_OF_ROOT && value.length() < LONGEST_VALUE) {
            String text = xml.getText();
            value.append(text, 0, Math.min(text.length(), LONGEST_VALUE - value.length()));
        }
    }

    private void end(String element) {
        if (depth == CHILD_OF_ROOT) {
            take(element, value.toString().strip());
        }
        depth--;
    }

    private void take(String element, String text) {
        switch (element) {
            case "uniqueid" -> addId(idType.toLowerCase(Locale.ROOT), text);
            case "tmdbid", "tvdbid", "imdbid", "imdb_id" -> addId(element.substring(0, 4), text);
            case "id" -> addPlainId(text);
            case "title" -> title = text;
            case "originaltitle" -> originalTitle = text;
            case "year", "premiered", "releasedate" -> addYear(text);
            default -> {} // what else there is to say about a title
        }
    }

    /** Of IMDb if it looks like that; else Kodi's old series were numbered by TVDB, and its films by nobody we know. */
    private void addPlainId(String text) {
        if (text.startsWith("tt")) {
            addId("imdb", text);
        } else if (kind == Nfo.Kind.SERIES) {
            addId("tvdb", text);
        }
    }

    private void addId(String type, String text) {
        boolean isNumber = text.matches("[0-9]{1,9}");
        if (type.equals("tmdb") && isNumber) {
            ids = ids.or(new TitleIds(Integer.parseInt(text), 0, ""));
        } else if (type.equals("tvdb") && isNumber) {
            ids = ids.or(new TitleIds(0, Integer.parseInt(text), ""));
        } else if (type.equals("imdb") && text.matches("tt[0-9]{1,12}")) {
            ids = ids.or(new TitleIds(0, 0, text));
        }
    }

    private void addYear(String text) {
        boolean isTold = year == 0 && text.matches("(?:1[89]|20)[0-9]{2}(?:-.{0,20})?");
        int told = isTold ? Integer.parseInt(text.substring(0, 4)) : 0;
        year = told >= 1870 ? told : year;
    }
}
