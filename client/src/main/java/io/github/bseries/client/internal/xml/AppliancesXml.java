// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer to {@code get_appliances} as it stands on the wire. */
@XmlAccessorType(XmlAccessType.FIELD)
final class AppliancesXml {

  @XmlElement(name = "error")
  List<String> errors = new ArrayList<>();

  @XmlElement(name = "appliance")
  List<ListedXml> appliances = new ArrayList<>();

  /** One appliance of the list. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class ListedXml {

    @XmlAttribute(name = "id")
    @Nullable String id;

    @XmlElement(name = "name")
    @Nullable String name;

    @XmlElement(name = "public_hostname")
    @Nullable String publicHostName;

    @XmlElement(name = "cluster_role")
    List<String> clusterRoles = new ArrayList<>();

    @XmlElement(name = "failover_role")
    List<String> failoverRoles = new ArrayList<>();

    @XmlElement(name = "accepting_connections")
    @Nullable String acceptingConnections;

    @XmlElement(name = "timezone_offset")
    @Nullable String timezoneOffset;
  }
}
