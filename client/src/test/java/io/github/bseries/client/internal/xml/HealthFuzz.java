// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import io.github.bseries.client.fuzz.Claims;
import io.github.bseries.core.pair.ApplianceHealth;
import java.nio.charset.StandardCharsets;

/** Any body as an answer to {@code check_health}. */
public final class HealthFuzz {

  private static final int MOST = 1 << 20;

  private HealthFuzz() {}

  /** Makes the XML binding, which takes longer than any answer. */
  public static void fuzzerInitialize() {
    CommandAnswers.health("<health_check/>".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads it. */
  public static void fuzzerTestOneInput(byte[] body) {
    XmlAnswer<ApplianceHealth> answer = CommandAnswers.health(body);

    Claims.that(answer.equals(CommandAnswers.health(body)), "read twice, it is another");
    if (answer instanceof XmlAnswer.ErrorTold<ApplianceHealth> told) {
      Claims.isFitToBeShown(told.words(), MOST);
    } else if (answer instanceof XmlAnswer.NotUnderstood<ApplianceHealth> not) {
      Claims.isFitToBeShown(not.reason(), MOST);
    } else {
      Claims.that(Claims.isText(body), "no UTF-8, and understood");
    }
  }
}
