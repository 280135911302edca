// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import io.github.bseries.core.pair.ApiInformation;
import io.github.bseries.core.pair.ApplianceHealth;
import io.github.bseries.core.pair.ConnectedClients;
import io.github.bseries.core.pair.SiteAppliance;
import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Reads the bodies of the command API by what stands in them, whatever the status was.
 *
 * @source D-CMD, D-HEALTH, D-ROLE, D-INFO, D-APPL, D-CLIENTS, W-RAGMOB; wrapped errors: D-APPL,
 *     W-SNOW
 */
public final class CommandAnswers {

  private static final String ERROR = "error";

  private CommandAnswers() {}

  /**
   * The context of what is called all the time. Making one costs as much as thousands of answers,
   * so each is made when it is first used, and the first look waits for no other than this.
   */
  private static final class OfLooks {

    static final JAXBContext JAXB = context(HealthCheckXml.class, RoleAnswerXml.class);
  }

  /** The context of what is asked now and then. */
  private static final class OfSite {

    static final JAXBContext JAXB =
        context(ApiInformationXml.class, AppliancesXml.class, ConnectedClientsXml.class);
  }

  private static JAXBContext context(Class<?>... types) {
    try {
      return JAXBContext.newInstance(types);
    } catch (JAXBException e) {
      throw new IllegalStateException("no XML binding can be set up; is a runtime missing?", e);
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
          HealthCheckXml xml = unmarshal(OfLooks.JAXB, reader, HealthCheckXml.class);
          return xml.errors.isEmpty() ? HealthMapper.map(xml) : told(xml.errors);
        });
  }

  /** Reads an answer to {@code set_failover_role}: its text of success, with single spaces. */
  public static XmlAnswer<String> roleChange(byte[] body) {
    return read(
        body,
        (root, reader) -> {
          if (root.equals("success")) {
            return understood(List.of(unmarshal(OfLooks.JAXB, reader, String.class)));
          }
          RoleAnswerXml xml = unmarshal(OfLooks.JAXB, reader, RoleAnswerXml.class);
          if (!xml.errors.isEmpty()) {
            return told(xml.errors);
          }
          return xml.successes.isEmpty() ? unknownRoot(root) : understood(xml.successes);
        });
  }

  /**
   * Reads an answer to {@code get_api_info}.
   *
   * @source W-RAGMOB, W-SNOW (the root on the wire), D-INFO (the root in print)
   */
  public static XmlAnswer<ApiInformation> apiInformation(byte[] body) {
    return read(
        body,
        (root, reader) -> {
          if (!root.equals("api_information") && !root.equals("get_api_info")) {
            return unknownRoot(root);
          }
          ApiInformationXml xml = unmarshal(OfSite.JAXB, reader, ApiInformationXml.class);
          return xml.errors.isEmpty() ? SiteMapper.map(xml) : told(xml.errors);
        });
  }

  /** Reads an answer to {@code get_appliances}. */
  public static XmlAnswer<List<SiteAppliance>> appliances(byte[] body) {
    return read(
        body,
        (root, reader) -> {
          if (!root.equals("appliances")) {
            return unknownRoot(root);
          }
          AppliancesXml xml = unmarshal(OfSite.JAXB, reader, AppliancesXml.class);
          return xml.errors.isEmpty() ? SiteMapper.map(xml) : told(xml.errors);
        });
  }

  /** Reads an answer to {@code get_connected_client_list}. */
  public static XmlAnswer<ConnectedClients> connectedClients(byte[] body) {
    return read(
        body,
        (root, reader) -> {
          if (!root.equals("connected_client_list")) {
            return unknownRoot(root);
          }
          ConnectedClientsXml xml = unmarshal(OfSite.JAXB, reader, ConnectedClientsXml.class);
          return xml.errors.isEmpty() ? SiteMapper.map(xml) : told(xml.errors);
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
              ? told(List.of(unmarshal(OfLooks.JAXB, reader, String.class)))
              : rootReader.read(root, reader);
      reader.toEnd();
      return answer;
    } catch (XMLStreamException | JAXBException e) {
      return new XmlAnswer.NotUnderstood<>(
          "it is no XML that is whole and plain (" + Words.first(e) + ")");
    }
  }

  private static <T> T unmarshal(JAXBContext context, SafeXmlReader reader, Class<T> type)
      throws JAXBException {
    return context.createUnmarshaller().unmarshal(reader, type).getValue();
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
