// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.http.JsonFields.WrongRequest;
import jakarta.json.Json;
import jakarta.json.JsonStructure;

/**
 * What the control port answers.
 *
 * @param status the status of HTTP
 * @param body what it says
 */
record ControlAnswer(int status, JsonStructure body) {

  static ControlAnswer done(JsonStructure body) {
    return new ControlAnswer(200, body);
  }

  /** Says why nothing was done. */
  static ControlAnswer refused(RuntimeException reason) {
    return new ControlAnswer(
        statusOf(reason),
        Json.createObjectBuilder().add("message", String.valueOf(reason.getMessage())).build());
  }

  private static int statusOf(RuntimeException reason) {
    if (reason instanceof WrongRequest wrong) {
      return wrong.status();
    }
    // A rule of the pair, said in the words of whoever checks it.
    if (reason instanceof IllegalArgumentException) {
      return 400;
    }
    return reason instanceof IllegalStateException ? 409 : 500; // this pair is not one for it
  }
}
