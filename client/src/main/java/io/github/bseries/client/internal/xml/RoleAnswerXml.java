// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;

/** The answer to {@code set_failover_role}, where it is wrapped into an element of its own. */
@XmlAccessorType(XmlAccessType.FIELD)
final class RoleAnswerXml {

  @XmlElement(name = "error")
  List<String> errors = new ArrayList<>();

  @XmlElement(name = "success")
  List<String> successes = new ArrayList<>();
}
