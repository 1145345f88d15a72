package dev.groundswell.cloud.endpoint.bucket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Writes S3's answers, and reads the two lists that clients send. */
final class Xml {

    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    /** Ten thousand parts, at some hundred bytes each. */
    private static final int LONGEST = 4_000_000;

    private final StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private final List<String> open = new ArrayList<>();

    static Xml document(String root) {
        return new Xml().begin(root, " xmlns=\"" + NAMESPACE + "\"");
    }

    /** Errors have no namespace. */
    static Xml plainDocument(String root) {
        return new Xml().begin(root, "");
    }

    Xml begin(String name) {
        return begin(name, "");
    }

    private Xml begin(String name, String attributes) {
        text.append('<').append(name).append(attributes).append('>');
        open.addLast(name);
        return this;
    }

    Xml end() {
        text.append("</").append(open.removeLast()).append('>');
        return this;
    }

    Xml field(String name, Object value) {
        text.append('<').append(name).append('>');
        value.toString().chars().forEach(this::escaped);
        text.append("</").append(name).append('>');
        return this;
    }

    private void escaped(int letter) {
        switch (letter) {
            case '&' -> text.append("&amp;");
            case '<' -> text.append("&lt;");
            case '>' -> text.append("&gt;");
            case '"' -> text.append("&quot;");
            case '\r' -> text.append("&#13;");
            default -> text.append((char) letter);
        }
    }

    byte[] bytes() {
        while (!open.isEmpty()) {
            end();
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The fields of each element of that name, directly under the root. */
    static List<Map<String, String>> read(InputStream body, String element) throws IOException, S3Error {
        byte[] bytes = body.readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw malformed();
        }
        var factory = XMLInputFactory.newInstance();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            return read(factory.createXMLStreamReader(new ByteArrayInputStream(bytes)), element);
        } catch (XMLStreamException e) {
            throw malformed();
        }
    }

    private static List<Map<String, String>> read(XMLStreamReader reader, String element) throws XMLStreamException {
        var found = new ArrayList<Map<String, String>>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT
                    && reader.getLocalName().equals(element)) {
                found.add(fields(reader));
            }
        }
        return found;
    }

    private static Map<String, String> fields(XMLStreamReader reader) throws XMLStreamException {
        var fields = new LinkedHashMap<String, String>();
        while (reader.nextTag() == XMLStreamConstants.START_ELEMENT) {
            fields.put(reader.getLocalName(), reader.getElementText());
        }
        return fields;
    }

    static S3Error malformed() {
        return new S3Error(400, "MalformedXML", "The XML you provided was not well-formed.");
    }
}
