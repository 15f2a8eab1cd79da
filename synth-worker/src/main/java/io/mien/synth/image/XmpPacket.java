package io.mien.synth.image;

import java.io.StringWriter;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * What a generated picture says of itself in XMP (ISO 16684-1), which programs for pictures and
 * platforms read: IPTC's digital source type and XMP's creator tool by their own names, everything
 * else in a namespace of ours.
 */
final class XmpPacket {

  private static final String BEGIN =
      "<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n";
  private static final String END = "\n<?xpacket end=\"r\"?>";

  private static final String META = "adobe:ns:meta/";
  private static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
  private static final String IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";
  private static final String XMP = "http://ns.adobe.com/xap/1.0/";
  private static final String MIEN = "urn:mien:xmp:1:";

  private static final Set<String> WITH_NAMES_OF_THEIR_OWN =
      Set.of("digitalSourceType", "Software");

  private XmpPacket() {}

  /**
   * @param texts as in the text chunks, {@code digitalSourceType} and {@code Software} among them
   */
  static String of(Map<String, String> texts) {
    StringWriter text = new StringWriter();
    try {
      // The usual way to a factory searches the whole class path each time
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      write(xml, texts);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("Cannot write XML in memory.", e);
    }
    return BEGIN + text + END;
  }

  private static void write(XMLStreamWriter xml, Map<String, String> texts)
      throws XMLStreamException {
    xml.writeStartElement("x", "xmpmeta", META);
    xml.writeNamespace("x", META);
    xml.writeStartElement("rdf", "RDF", RDF);
    xml.writeNamespace("rdf", RDF);
    xml.writeStartElement("rdf", "Description", RDF);
    xml.writeNamespace("Iptc4xmpExt", IPTC);
    xml.writeNamespace("xmp", XMP);
    xml.writeNamespace("mien", MIEN);
    xml.writeAttribute("rdf", RDF, "about", "");
    property(
        xml,
        "Iptc4xmpExt",
        IPTC,
        "DigitalSourceType",
        Objects.requireNonNull(texts.get("digitalSourceType")));
    property(xml, "xmp", XMP, "CreatorTool", Objects.requireNonNull(texts.get("Software")));
    for (Map.Entry<String, String> other : new TreeMap<>(texts).entrySet()) {
      if (!WITH_NAMES_OF_THEIR_OWN.contains(other.getKey())) {
        property(xml, "mien", MIEN, other.getKey(), other.getValue());
      }
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void property(
      XMLStreamWriter xml, String prefix, String namespace, String name, String value)
      throws XMLStreamException {
    xml.writeStartElement(prefix, name, namespace);
    xml.writeCharacters(value);
    xml.writeEndElement();
  }
}
