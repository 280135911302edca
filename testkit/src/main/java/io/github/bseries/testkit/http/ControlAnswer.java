// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.http.JsonFields.WrongRequest;
import jakarta.json.Json;
import jakarta.json.JsonStructure;
import java.util.function.Supplier;

/**
 * What the control port answers.
 *
 * @param status the status of HTTP
 * @param body what it says
 */
record ControlAnswer(int status, JsonStructure body) {

  /** Tells what came of what was done; if that cannot be told, that it was done. */
  static ControlAnswer done(Supplier<JsonStructure> body) {
    try {
      return new ControlAnswer(200, body.get());
    } catch (RuntimeException | Error e) {
      return new ControlAnswer(500, message("this was done, but cannot be shown: " + e));
    }
  }

  /** Says why nothing was done. */
  static ControlAnswer refused(RuntimeException reason) {
    int status = statusOf(reason);
    return status == 500
        ? failed(reason)
        : new ControlAnswer(status, message(String.valueOf(reason.getMessage())));
  }

  /** Says that the simulator itself failed, so that nobody knows how far it came. */
  static ControlAnswer failed(Throwable reason) {
    return new ControlAnswer(500, message("this failed, and may be done in part: " + reason));
  }

  private static JsonStructure message(String text) {
    return Json.createObjectBuilder().add("message", text).build();
  }

  private static int statusOf(RuntimeException reason) {
    if (reason instanceof WrongRequest wrong) {
      return wrong.status();
    }
    // A rule of the pair, said in the words of whoever checks it.
    if (reason instanceof IllegalArgumentException) {
      return 400;
    }
    return reason instanceof IllegalStateException ? 409 : 500; // 409: this pair is not one for it
  }
}
