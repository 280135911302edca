// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.ArrivingCall;
import io.github.bseries.testkit.CallKind;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One request, as far as an appliance reads it.
 *
 * @param method the method, in upper case
 * @param path the path, without query
 * @param query the query; null if there is none
 * @param headers the headers, by their names in lower case
 * @param body the body; empty if there is none
 */
record Call(
    String method, String path, @Nullable String query, Map<String, String> headers, String body) {

  static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  boolean isJson() {
    return contentType().startsWith(JSON);
  }

  boolean isMultipart() {
    return contentType().startsWith("multipart/");
  }

  /**
   * Returns the parameters of the query and of the form. A body of another type has none.
   *
   * @source D-CMD (GET or POST; a form, and no multipart)
   */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    addTo(parameters, query == null ? "" : query);
    if (contentType().startsWith(FORM)) {
      addTo(parameters, body);
    }
    return parameters;
  }

  /** Returns the parameters without those that may be secret. */
  Map<String, String> harmlessParameters() {
    Map<String, String> harmless = parameters();
    harmless.keySet().removeIf(ArrivingCall::hides);
    return harmless;
  }

  CallKind kind() {
    return CallKind.of(path, parameters().get("action"));
  }

  boolean asksToClose() {
    return header("connection").orElse("").toLowerCase(Locale.ROOT).contains("close");
  }

  private String contentType() {
    return header("content-type").orElse("").toLowerCase(Locale.ROOT);
  }

  private static void addTo(Map<String, String> parameters, String text) {
    for (String pair : text.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        parameters.put(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text; // a stray percent sign
    }
  }

  /** Returns method and path; what else is there may be secret. */
  @Override
  public String toString() {
    return "Call[" + method + " " + path + "]";
  }
}
