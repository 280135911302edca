// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.client;

import io.github.bseries.client.fuzz.Claims;
import io.github.bseries.core.pair.ApplianceAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Any status and any body as the answer to a call that hoped for something else. */
public final class ErrorAnswerFuzz {

  /** The longest words, and what stands around them. */
  private static final int MOST = 800;

  private static final int STATUSES = 500;
  private static final String SECRET = "s3cret-of-the-account";

  private static final Answers ANSWERS =
      new Answers(
          ApplianceAddress.parse("https://site1.example.com"),
          new SecretMask(ApiAccount.of("client", SECRET.toCharArray())));

  private ErrorAnswerFuzz() {}

  /** Makes the XML binding, which takes longer than any answer. */
  public static void fuzzerInitialize() {
    ANSWERS.refusal("check_health", 200, "<error/>".getBytes(StandardCharsets.UTF_8), "none");
  }

  /** Says what it is: the first two bytes are the status, the rest is the body. */
  public static void fuzzerTestOneInput(byte[] bytes) {
    if (bytes.length < 2) {
      return;
    }
    int status = 100 + Math.floorMod(bytes[0] << 8 | (bytes[1] & 0xff), STATUSES);
    byte[] body = Arrays.copyOfRange(bytes, 2, bytes.length);

    check(ANSWERS.refusal("check_health", status, body, "it is no health"));
    check(ANSWERS.tokenRefusal("/oauth2/token", status, body));
    check(
        ANSWERS.refusal(
            "check_health", 200, body, "said " + new String(body, StandardCharsets.UTF_8)));
  }

  private static void check(ApplianceException said) {
    Claims.isFitToBeShown(said.getMessage(), MOST);
    Claims.that(!said.getMessage().contains(SECRET), "the secret is shown");
    if (said instanceof RejectedException no) {
      Claims.that(no.words().length() <= MOST, "too many words");
    }
  }
}
