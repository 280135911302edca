// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.CharArrayReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.util.StreamReaderDelegate;

/**
 * A reader that opens nothing, expands nothing, and does not care for namespaces.
 *
 * <p>A document type is refused, and with it every entity of one's own; nesting is limited.
 * Elements are known by their local names alone: the documents and the wire disagree on the
 * namespace, and so do the releases.
 *
 * @source D-CMD ("or ignore the namespace"), W-RAGMOB, W-AXON, W-SEKOIA (three namespaces)
 */
final class SafeXmlReader extends StreamReaderDelegate {

  private static final int DEEPEST = 64;

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private static final XMLInputFactory FACTORY = factory();

  private int depth;

  private SafeXmlReader(XMLStreamReader reader) {
    super(reader);
  }

  /**
   * Opens a body, which is UTF-8 as in every recording. Blank lines before the XML declaration are
   * skipped, though XML forbids them.
   */
  static SafeXmlReader open(byte[] body) throws XMLStreamException {
    int start = 0;
    if (body.length >= 3
        && body[0] == UTF_8_MARK[0]
        && body[1] == UTF_8_MARK[1]
        && body[2] == UTF_8_MARK[2]) {
      start = 3;
    }
    while (start < body.length && isBlank(body[start])) {
      start++;
    }
    return new SafeXmlReader(
        FACTORY.createXMLStreamReader(decoded(body, start, body.length - start)));
  }

  /** Decoded here, since the parser of the JDK writes to the standard error if it cannot. */
  private static Reader decoded(byte[] body, int start, int length) throws XMLStreamException {
    try {
      CharBuffer text = UTF_8.newDecoder().decode(ByteBuffer.wrap(body, start, length));
      return new CharArrayReader(text.array(), 0, text.limit());
    } catch (CharacterCodingException e) {
      throw new XMLStreamException("it is not in UTF-8", e);
    }
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r' || b == '\n';
  }

  private static XMLInputFactory factory() {
    // The one of the JDK, whatever else lies on the class path: its settings are known.
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setXMLResolver(
        (publicId, systemId, baseUri, namespace) -> {
          throw new XMLStreamException("an external entity is not read");
        });
    return factory;
  }

  @Override
  public int next() throws XMLStreamException {
    int event = nextOfParser();
    if (event == DTD || event == ENTITY_REFERENCE || event == ENTITY_DECLARATION) {
      throw new XMLStreamException("a document type is not read");
    }
    if (event == START_ELEMENT) {
      checkAttributes();
    }
    if (event == START_ELEMENT && ++depth > DEEPEST) {
      throw new XMLStreamException("elements are nested deeper than " + DEEPEST);
    }
    if (event == END_ELEMENT) {
      depth--;
    }
    return event;
  }

  /** The parser of the JDK fails in other ways too: it lacks the words for some of its errors. */
  private int nextOfParser() throws XMLStreamException {
    try {
      return super.next();
    } catch (RuntimeException e) {
      throw new XMLStreamException("the parser gives it up", e);
    }
  }

  /** Without their namespaces, two attributes may have one name, and one would win unseen. */
  private void checkAttributes() throws XMLStreamException {
    if (getAttributeCount() < 2) {
      return; // as nearly all elements, so that no set is made for each
    }
    Set<String> names = new HashSet<>();
    for (int i = 0; i < getAttributeCount(); i++) {
      if (!names.add(getAttributeLocalName(i))) {
        throw new XMLStreamException("an attribute is told twice");
      }
    }
  }

  /** Skips to the root element, and returns its local name. */
  String toRoot() throws XMLStreamException {
    while (hasNext()) {
      if (next() == START_ELEMENT) {
        return getLocalName();
      }
    }
    throw new XMLStreamException("there is no root element");
  }

  /** Reads on to the end, where a cut or a second root would show. */
  void toEnd() throws XMLStreamException {
    while (hasNext()) {
      next();
    }
  }

  @Override
  public String getNamespaceURI() {
    return "";
  }

  @Override
  public QName getName() {
    return new QName(getLocalName());
  }

  /** Hides whose attribute it is; so {@code xsi:type} and {@code xsi:nil} have no power here. */
  @Override
  public String getAttributeNamespace(int index) {
    return "";
  }
}
