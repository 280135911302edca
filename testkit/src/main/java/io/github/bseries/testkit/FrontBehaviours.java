// SPDX-License-Identifier: Apache-2.0
package io.github.bseries.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the appliances do at the door where calls come in, and which faults wait there. */
final class FrontBehaviours {

  private static final String ASSUMED = "assumed";
  private static final String LIMITS = "S-CFG, S-V2, D-JSON";

  private FrontBehaviours() {}

  static List<SimulatedBehaviour> all() {
    return Stream.of(
            ofTokens(),
            ofCredentials(),
            ofAccounts(),
            ofAnswers(),
            ofCommands(),
            ofBackups(),
            ofFaults())
        .flatMap(List::stream)
        .toList();
  }

  private static List<SimulatedBehaviour> ofTokens() {
    return List.of(
        of(
            "tokens",
            "A token lives an hour; the thirty-first of an account ends its oldest, silently.",
            "D-AUTH, S-CFG",
            "issueToken",
            "requestToken",
            "isTokenValid",
            "invalidateTokens",
            "tokenLife"),
        of(
            "tokens",
            "Form and JSON are both taken, and the answer comes in chunks.",
            "D-AUTH, W-RAGMOB, W-FORTI",
            "requestToken"),
        of(
            "tokens",
            "An invalid token is refused in JSON, by commands too.",
            "D-JSON, S-CFG, S-V2; assumed: the status",
            "admit"),
        of(
            "tokens",
            "A new secret, or an account that is disabled, ends the tokens of the account.",
            "D-AUTH, D-APICFG",
            "regenerateSecret",
            "disable"));
  }

  private static List<SimulatedBehaviour> ofCredentials() {
    return List.of(
        of(
            "tokens",
            "Wrong credentials get 401, and the word invalid_client in JSON.",
            "W-RAGMOB (the status); assumed: the word, as in L-OAUTH",
            "requestToken"),
        of(
            "tokens",
            "Another grant than client_credentials gets 400, before the credentials are looked at.",
            "assumed, as in L-OAUTH",
            "requestToken"),
        of(
            "tokens",
            "Wrong secrets in a row lock an account for a while.",
            "S-CFG; assumed: five, half an hour, and on each appliance by itself",
            "lockOutAttempts",
            "lockOutSpan"),
        of(
            "tokens",
            "An account that is disabled is answered as wrong credentials are, and that counts as a"
                + " wrong secret.",
            ASSUMED,
            "disable",
            "enable",
            "isEnabled"));
  }

  private static List<SimulatedBehaviour> ofAccounts() {
    return List.of(
        of(
            "accounts",
            "A site has any number of accounts; both appliances know them.",
            "S-CFG",
            "account",
            "addAccount",
            "accounts",
            "clientId",
            "clientSecret"),
        of(
            "accounts",
            "Commands are denied, for reading only, or all allowed; backups are allowed or not.",
            "S-CFG, D-CMD, D-BACKUP",
            "permissions",
            "changePermissions"),
        of(
            "accounts",
            "An allow list names the networks that an account may call from.",
            "S-CFG; assumed: each call is checked, the one for a token as well",
            "allowOnlyFrom",
            "allowedNetworks"),
        of(
            "accounts",
            "20 calls in a second and 15,000 in an hour for each account, told in two headers;"
                + " off unless set, as in the version that a pair has.",
            LIMITS + "; W-RAGMOB (none in 2019)",
            "rateLimited",
            "admit"));
  }

  private static List<SimulatedBehaviour> ofAnswers() {
    return List.of(
        of(
            "answers",
            "A command that fails says so in XML with status 200.",
            "W-CLOUD, W-SEKOIA, W-SNOW, W-AXON; assumed: most of its words",
            "setFailoverRole"),
        of(
            "answers",
            "The namespace is one of those that were seen or documented, or none.",
            "W-RAGMOB, W-AXON, D-CMD, W-SEKOIA, W-HORN",
            "namespace"),
        of(
            "answers",
            "The header Date has the time of the clock of the appliance.",
            "W-RAGMOB; assumed: that a wrong clock shows there",
            "clockSkew",
            "clock"),
        of(
            "answers",
            "A method that an address does not know gets 405, an unknown address 404.",
            ASSUMED,
            "record"),
        of("answers", "Multipart is refused.", "D-CMD; assumed: in which words", "record"),
        of(
            "answers",
            "Every call is recorded without its secrets.",
            "assumed: it is ours, not an appliance's",
            "record",
            "recordedCalls",
            "roleChangesReceived"),
        of(
            "answers",
            "Both appliances present one certificate; others on demand: their own, without the"
                + " intermediate, expired, self-signed, or for another name.",
            "S1 \"Replicate SSL Certificate Configuration on the Backup B Series Appliance\"",
            "a",
            "b"));
  }

  private static List<SimulatedBehaviour> ofCommands() {
    return List.of(
        of(
            "commands",
            "GET and POST are taken; an unknown action is an Invalid action.",
            "D-CMD, W-CLOUD",
            "admit"),
        of(
            "commands",
            "The XML API can be switched off; tokens, backups and the probe go on.",
            "D-APICFG, D-FOAPI",
            "switchXmlApiOff",
            "switchXmlApiOn",
            "isXmlApiOn"),
        of(
            "commands",
            "The API tells its version, its time, the permissions, and a company if it is old.",
            "D-INFO, D-CHG, W-RAGMOB",
            "apiVersion",
            "companyName"),
        of(
            "commands",
            "The appliances of the pair are listed by either, a traffic node with them.",
            "D-APPL, D-ATLAS",
            "listAppliances",
            "trafficNode"),
        of(
            "commands",
            "Connected clients are counted by type: those that were set, and one representative"
                + " and one customer for each session.",
            "D-CLIENTS; assumed: who takes part in a session",
            "connectClients",
            "connectedClients",
            "connectedSessions"),
        of(
            "commands",
            "The probe needs no token: 200 if the check of itself goes well, 500 if not.",
            "D-HEALTH; assumed: the words",
            "checkHealth"));
  }

  private static List<SimulatedBehaviour> ofBackups() {
    return List.of(
        of(
            "backups",
            "A backup file is made of bytes without meaning, the same for the same seed.",
            "D-BACKUP; assumed: what is in it",
            "backup"),
        of(
            "backups",
            "GET and POST give it; a password in JSON is taken and changes nothing.",
            "D-BACKUP; assumed: that a body which is no object is refused",
            "backup"));
  }

  private static List<SimulatedBehaviour> ofFaults() {
    List<SimulatedBehaviour> faults = new ArrayList<>();
    faults.add(
        of(
            "faults of calls",
            "A fault acts on one call, on some, on those that match, with a probability, or"
                + " stands; by appliance and by the way that a call came. One that acts on some"
                + " kinds of calls only waits for one of them.",
            ASSUMED,
            "misbehaves",
            "callFaults",
            "place",
            "remove",
            "removeAll",
            "inForce",
            "meet",
            "refusesConnections"));
    Stream.of(
            new ApplianceFault.LosesAnswer(),
            new ApplianceFault.CutsAnswer(0),
            new ApplianceFault.Stalls(),
            new ApplianceFault.SlowsAnswer(1),
            new ApplianceFault.ResetsConnection(false),
            new ApplianceFault.ResetsConnection(true),
            new ApplianceFault.RefusesConnections(),
            new ApplianceFault.EndsTokenEarly(Duration.ZERO),
            new ApplianceFault.Answers(500, Map.of(), ""))
        .forEach(each -> faults.add(ofFault(each)));
    Stream.of(ForeignAnswer.values(), DeformedAnswer.values())
        .flatMap(Stream::of)
        .forEach(each -> faults.add(ofFault((ApplianceFault) each)));
    return faults;
  }

  private static SimulatedBehaviour ofFault(ApplianceFault fault) {
    String cause = fault.cause();
    return of(
        "faults of calls",
        cause.substring(0, 1).toUpperCase(Locale.ROOT)
            + cause.substring(1)
            + " ("
            + fault.label()
            + ")."
            + kinds(fault),
        ASSUMED,
        "misbehaves",
        "place");
  }

  private static String kinds(ApplianceFault fault) {
    List<String> kinds =
        Stream.of(CallKind.values()).filter(fault::actsOn).map(CallKind::label).toList();
    return kinds.size() == CallKind.values().length
        ? ""
        : " Acts on " + String.join(", ", kinds) + " only.";
  }

  private static SimulatedBehaviour of(
      String subject, String text, String source, String... shownBy) {
    return new SimulatedBehaviour(subject, text, source, List.of(shownBy));
  }
}
