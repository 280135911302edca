// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client.internal.xml;

import io.github.bseries.client.fuzz.Claims;
import java.nio.charset.StandardCharsets;

/** Any body as an answer to {@code set_failover_role}. */
public final class RoleAnswerFuzz {

  private static final int MOST = 1 << 20;

  private RoleAnswerFuzz() {}

  /** Makes the XML binding, which takes longer than any answer. */
  public static void fuzzerInitialize() {
    CommandAnswers.roleChange("<r/>".getBytes(StandardCharsets.UTF_8));
  }

  /** Reads it; what is an error to one reader must not be a success to another. */
  public static void fuzzerTestOneInput(byte[] body) {
    XmlAnswer<String> answer = CommandAnswers.roleChange(body);
    XmlAnswer<Void> error = CommandAnswers.error(body);

    if (answer instanceof XmlAnswer.Understood<String>) {
      Claims.that(error instanceof XmlAnswer.NotUnderstood<Void>, "a success and an error");
    } else if (answer instanceof XmlAnswer.ErrorTold<String> told) {
      Claims.isFitToBeShown(told.words(), MOST);
    } else if (answer instanceof XmlAnswer.NotUnderstood<String> not) {
      Claims.isFitToBeShown(not.reason(), MOST);
    }
  }
}
