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

/** The answer to {@code check_health} as it stands on the wire. */
@XmlAccessorType(XmlAccessType.FIELD)
final class HealthCheckXml {

  @XmlElement(name = "error")
  List<String> errors = new ArrayList<>();

  @XmlElement(name = "appliance")
  List<ApplianceXml> appliances = new ArrayList<>();

  @XmlElement(name = "version")
  List<String> versions = new ArrayList<>();

  @XmlElement(name = "success")
  List<String> successes = new ArrayList<>();

  @XmlElement(name = "error_message")
  List<String> errorMessages = new ArrayList<>();

  @XmlElement(name = "failover_role")
  List<String> failoverRoles = new ArrayList<>();

  @XmlElementWrapper(name = "enabled_shared_ips")
  @XmlElement(name = "ip")
  List<String> enabledSharedIps = new ArrayList<>();

  @XmlElement(name = "last_data_sync_time")
  List<TimeXml> lastDataSyncTimes = new ArrayList<>();

  @XmlElement(name = "last_data_sync_status")
  List<String> lastDataSyncStatuses = new ArrayList<>();

  /** Which appliance it is. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class ApplianceXml {

    @XmlAttribute(name = "id")
    @Nullable String id;

    @XmlValue @Nullable String hostName;
  }

  /** A moment in two forms. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class TimeXml {

    @XmlAttribute(name = "ts")
    @Nullable String ts;

    @XmlValue @Nullable String text;
  }
}
