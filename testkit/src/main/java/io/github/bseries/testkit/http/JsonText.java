// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import jakarta.json.Json;

/** Answers in JSON. */
final class JsonText {

  private JsonText() {}

  /**
   * Returns a refusal.
   *
   * @source D-JSON (the members), L-OAUTH (the statuses)
   */
  static Answer error(int status, String error, String message) {
    String document =
        Json.createObjectBuilder().add("error", error).add("message", message).build().toString();
    return Answer.json(status, document);
  }

  /**
   * Returns a refusal that has a message only.
   *
   * @source S-CFG, S-V2 (the member)
   */
  static Answer message(int status, String message) {
    return Answer.json(
        status, Json.createObjectBuilder().add("message", message).build().toString());
  }
}
