// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import io.github.bseries.core.pair.ApplianceHealth;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the bodies of the command API by what stands in them, whatever the status was.
 *
 * @source D-CMD, D-HEALTH, D-ROLE, W-RAGMOB; wrapped errors: D-APPL, W-SNOW
 */
public final class CommandAnswers {

  private static final String ERROR = "error";

  private CommandAnswers() {}

  /** One context for all: making it costs as much as thousands of answers. Made when first used. */
  private static final class Context {

    static final JAXBContext JAXB = make();

    private static JAXBContext make() {
      try {
        return JAXBContext.newInstance(HealthCheckXml.class, RoleAnswerXml.class);
      } catch (JAXBException e) {
        throw new IllegalStateException("no XML binding can be set up; is a runtime missing?", e);
      }
    }
  }

  /** Reads an answer to {@code check_health}. */
  public static XmlAnswer<ApplianceHealth> health(byte[] body) {
    return read(
        body,
        (root, reader) -> {
          if (!root.equals("health_check")) {
            return unknownRoot(root);
          }
          HealthCheckXml xml = unmarshal(reader, HealthCheckXml.class);
          return xml.errors.isEmpty() ? HealthMapper.map(xml) : told(xml.errors);
        });
  }

  /** Reads an answer to {@code set_failover_role}: its text of success, with single spaces. */
  public static XmlAnswer<String> roleChange(byte[] body) {
    return read(
        body,
        (root, reader) -> {
          if (root.equals("success")) {
            return understood(List.of(unmarshal(reader, String.class)));
          }
          RoleAnswerXml xml = unmarshal(reader, RoleAnswerXml.class);
          if (!xml.errors.isEmpty()) {
            return told(xml.errors);
          }
          return xml.successes.isEmpty() ? unknownRoot(root) : understood(xml.successes);
        });
  }

  /** Reads an error, where anything else would be no answer at all. */
  public static XmlAnswer<Void> error(byte[] body) {
    return read(body, (root, reader) -> unknownRoot(root));
  }

  private static <T> XmlAnswer<T> read(byte[] body, RootReader<T> rootReader) {
    if (body.length == 0) {
      return new XmlAnswer.NotUnderstood<>("the body is empty");
    }
    try {
      SafeXmlReader reader = SafeXmlReader.open(body);
      String root = reader.toRoot();
      XmlAnswer<T> answer =
          root.equals(ERROR)
              ? told(List.of(unmarshal(reader, String.class)))
              : rootReader.read(root, reader);
      reader.toEnd();
      return answer;
    } catch (XMLStreamException | JAXBException e) {
      return new XmlAnswer.NotUnderstood<>(
          "it is no XML that is whole and plain (" + Words.first(e) + ")");
    }
  }

  private static <T> T unmarshal(SafeXmlReader reader, Class<T> type) throws JAXBException {
    return Context.JAXB.createUnmarshaller().unmarshal(reader, type).getValue();
  }

  private static <T> XmlAnswer<T> unknownRoot(String root) {
    return new XmlAnswer.NotUnderstood<>("its root element is " + Words.quoted(root));
  }

  private static XmlAnswer<String> understood(List<String> texts) {
    return new XmlAnswer.Understood<>(Words.joined(texts));
  }

  private static <T> XmlAnswer<T> told(List<String> errors) {
    String words = Words.joined(errors);
    return new XmlAnswer.ErrorTold<>(words.isEmpty() ? "an error without words" : words);
  }

  /** Makes an answer of a document whose root was found. */
  private interface RootReader<T> {

    XmlAnswer<T> read(String root, SafeXmlReader reader) throws XMLStreamException, JAXBException;
  }
}
