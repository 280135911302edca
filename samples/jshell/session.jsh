// A live session: the imports, a simulated pair, and a client of it, ready to play with.
// Try: pair.observe().summary()
// Leave with: pair.close(); server.close(); /exit
// The command that opens it stands in samples/README.md.

import io.github.bseries.client.*;
import io.github.bseries.core.failover.*;
import io.github.bseries.core.pair.*;
import io.github.bseries.testkit.*;
import io.github.bseries.testkit.http.*;
import java.nio.file.*;
import java.time.*;

var simulated = SimulatedPair.builder().time(SimulatedTime.running(60)).build();
var server = SimulatedPairServer.start(simulated);
var account = ApiAccount.of(simulated.account().clientId(), simulated.account().clientSecret().toCharArray());
var common = ApplianceClient.builder().account(account).trustedCertificates(server.caCertificate());
var pair = PairClient.builder(common).primary(server.a()).backup(server.b()).site(server.site()).build();
