package dev.memoized.examples.bookshop;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.logging.LogManager;

/** Opens the shop, until Ctrl-C: {@code ./mvnw -Pbookshop -pl examples/bookshop -am process-classes}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        long start = System.nanoTime();
        try {
            int port = Port.chosen();
            configureLogging();
            System.out.println("The bookshop opens: starts a web server with CDI, fills a database in memory.");
            URI uri = Bookshop.open(port).uri();
            Duration time = Duration.ofNanos(System.nanoTime() - start);
            System.out.println(welcome(uri, time));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String welcome(URI uri, Duration time) {
        return """

                The bookshop is open: %1$s  (open after %2$d ms; Ctrl-C closes it)

                Look at it in a browser, or by curl. Ask twice, and see the time:
                  curl -s -w '\\n%%{time_total} s\\n' '%1$sapi/top-books?locale=fr'
                Buy one of them, and ask again:
                  curl -X POST -G '%1$sapi/buy?locale=fr' --data-urlencode 'title=...'
                A thousand callers at once, for a list that nobody has yet:
                  curl -X POST '%1$sapi/herd?callers=1000&locale=de'
                What became of the calls:
                  curl %1$sapi/outcomes
                """
                .formatted(uri, time.toMillis());
    }

    private static void configureLogging() {
        try (InputStream in = Main.class.getResourceAsStream("logging.properties")) {
            LogManager.getLogManager().readConfiguration(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
