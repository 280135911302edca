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

/** The answer to {@code get_api_info} as it stands on the wire. */
@XmlAccessorType(XmlAccessType.FIELD)
final class ApiInformationXml {

  @XmlElement(name = "error")
  List<String> errors = new ArrayList<>();

  @XmlElement(name = "api_version")
  @Nullable String apiVersion;

  @XmlElement(name = "company_name")
  @Nullable String companyName;

  @XmlElement(name = "timestamp")
  @Nullable String timestamp;

  @XmlElementWrapper(name = "permissions")
  @XmlElement(name = "permission")
  List<PermissionXml> permissions = new ArrayList<>();

  /** One permission of the account. */
  @XmlAccessorType(XmlAccessType.FIELD)
  static final class PermissionXml {

    @XmlAttribute(name = "name")
    @Nullable String name;

    @XmlValue @Nullable String value;
  }
}
