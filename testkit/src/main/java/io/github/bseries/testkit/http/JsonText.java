// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;

/** Answers in JSON. */
final class JsonText {

  private JsonText() {}

  /**
   * Returns a refusal.
   *
   * @source D-JSON (the members); assumed: the statuses
   */
  static Answer error(int status, String error, String message) {
    return Answer.json(status, members(error, message).build().toString());
  }

  /**
   * Returns a refusal with a hint.
   *
   * @source L-OAUTH (that there may be one); assumed: its words
   */
  static Answer error(int status, String error, String message, String hint) {
    return Answer.json(status, members(error, message).add("hint", hint).build().toString());
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

  private static JsonObjectBuilder members(String error, String message) {
    return Json.createObjectBuilder().add("error", error).add("message", message);
  }
}
