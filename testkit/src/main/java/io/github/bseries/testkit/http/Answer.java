// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An answer, before the headers that each one has.
 *
 * @param status the status
 * @param headers the headers of this one
 * @param body makes a stream of the body; may be called more than once
 * @param carriedOut whether the appliance did what it was asked for, or refused it itself
 */
record Answer(
    int status, Map<String, String> headers, Supplier<InputStream> body, boolean carriedOut) {

  private static final String NO_CACHE =
      "must-revalidate, no-cache, no-store, post-check=0, pre-check=0, private";

  /**
   * Returns an answer in XML.
   *
   * @source W-RAGMOB (headers)
   */
  static Answer xml(String document) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "text/xml; charset=UTF-8");
    headers.put("Cache-Control", NO_CACHE);
    headers.put("Vary", "X-Requested-With,Authorization");
    return new Answer(200, headers, bytes(document), true);
  }

  /**
   * Returns an answer in JSON.
   *
   * @source W-RAGMOB (headers)
   */
  static Answer json(int status, String document) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.put("Cache-Control", NO_CACHE);
    return new Answer(status, headers, bytes(document), status < 400);
  }

  static Answer text(int status, String text) {
    return new Answer(
        status, Map.of("Content-Type", "text/plain; charset=UTF-8"), bytes(text), status < 500);
  }

  static Answer of(int status, Map<String, String> headers, String body) {
    return new Answer(status, headers, bytes(body), false);
  }

  Answer with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Answer(status, more, body, carriedOut);
  }

  Answer withBody(Supplier<InputStream> other) {
    return new Answer(status, headers, other, carriedOut);
  }

  /** Returns whether the body is text, as the headers say; it is short then. */
  boolean isText() {
    String type = headers.getOrDefault("Content-Type", "");
    return type.startsWith("text/") || type.startsWith("application/json");
  }

  Answer notCarriedOut() {
    return new Answer(status, headers, body, false);
  }

  /** Returns the body as text; for short ones. */
  String text() {
    try (InputStream stream = body.get()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Supplier<InputStream> bytes(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return () -> new ByteArrayInputStream(bytes);
  }
}
