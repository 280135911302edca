// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlElementWrapper;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@code get_connected_client_list} as it stands on the wire. */
@XmlAccessorType(XmlAccessType.FIELD)
final class ConnectedClientsXml {

  @XmlElement(name = "error")
  List<String> errors = new ArrayList<>();

  @XmlElementWrapper(name = "connected_client_summary")
  @XmlElement(name = "appliance_summary")
  @Nullable List<SummaryXml> summaries;

  @XmlElement(name = "connected_client")
  List<ClientXml> clients = new ArrayList<>();

  /** The clients of one appliance, counted. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class SummaryXml {

    @XmlAttribute(name = "id")
    @Nullable String id;

    @XmlElement(name = "count")
    List<CountXml> counts = new ArrayList<>();
  }

  /** How many of one type. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class CountXml {

    @XmlAttribute(name = "type")
    @Nullable String type;

    @XmlValue @Nullable String number;
  }

  /** One client. What stands inside of it is left alone. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class ClientXml {

    @XmlAttribute(name = "type")
    @Nullable String type;

    @XmlAttribute(name = "id")
    @Nullable String id;
  }
}
