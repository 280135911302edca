// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit.http;

import io.github.bseries.testkit.SimulatedAppliance;
import io.github.bseries.testkit.SimulatedBackup;
import jakarta.json.Json;
import jakarta.json.JsonException;
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
  public Answer answer(SimulatedAppliance appliance, Call call) {
    if (call.isJson() && !isObject(call.body())) {
      return Answer.xml(XmlText.error("Invalid request body")).notCarriedOut();
    }
    return appliance
        .backup()
        .map(BackupEndpoint::file)
        .orElseGet(() -> Answer.xml(XmlText.error("Backups are made on the primary only.")));
  }

  private static Answer file(SimulatedBackup backup) {
    Map<String, String> headers = Map.of("Content-Type", "application/octet-stream");
    return new Answer(200, headers, backup::open, true);
  }

  private static boolean isObject(String body) {
    if (body.isBlank()) {
      return true;
    }
    try (var reader = Json.createReader(new StringReader(body))) {
      reader.readObject();
      return true;
    } catch (JsonException e) {
      return false;
    }
  }
}
