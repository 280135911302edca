// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.SimulatedBackup;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;

/**
 * Sends backup files.
 *
 * @source D-BACKUP (GET or POST; a password in a JSON body); assumed: the headers, and that a body
 *     which is no JSON object is refused. The password changes nothing in the simulated file
 */
final class BackupEndpoint implements Endpoint {

  @Override
  public Set<String> methods() {
    return Set.of("GET", "POST");
  }

  @Override
  public boolean needsToken() {
    return true;
  }

  @Override
  public Answer answer(Arrival arrival) {
    Call call = arrival.call();
    if (call.isMultipart()) {
      return refused(arrival, "Multipart requests are not supported.");
    }
    if (call.isJson() && !isObjectWithText(call.body())) {
      return refused(arrival, "Invalid request body");
    }
    return arrival
        .appliance()
        .backup()
        .map(BackupEndpoint::file)
        .orElseGet(() -> Answer.xml(arrival.xml().error("Backups are made on the primary only.")));
  }

  private static Answer refused(Arrival arrival, String words) {
    return Answer.xml(arrival.xml().error(words)).notCarriedOut();
  }

  private static Answer file(SimulatedBackup backup) {
    Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
    return new Answer(200, headers, backup::open, true);
  }

  private static boolean isObjectWithText(String body) {
    if (body.isBlank()) {
      return true;
    }
    try (var reader = Json.createReader(new StringReader(body))) {
      JsonValue password = reader.readObject().get("password");
      return password == null || password.getValueType() == JsonValue.ValueType.STRING;
    } catch (RuntimeException e) {
      // Not JsonException alone: the parser has others for bodies that are too deep or too long.
      return false;
    }
  }
}
