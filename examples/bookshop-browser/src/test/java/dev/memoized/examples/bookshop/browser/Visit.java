package dev.memoized.examples.bookshop.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.memoized.examples.bookshop.Main;
import dev.memoized.testing.ChildJvm;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;

/** A bookshop that is open, and somebody who looks at its page with Debian's Chromium. */
final class Visit implements AutoCloseable {
    static final Duration SOON = Duration.ofSeconds(60);

    private static final Duration OPENS_WITHIN = Duration.ofMinutes(3);
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File CHROMEDRIVER = new File("/usr/bin/chromedriver");

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final ChildJvm shop;
    private final ChromeDriver browser;

    private Visit(int port, ChildJvm shop, ChromeDriver browser) {
        this.port = port;
        this.shop = shop;
        this.browser = browser;
    }

    /** @param settings of the shop, as options of its JVM */
    static Visit begin(String... settings) throws IOException {
        requireBrowser();
        int port = freePort();
        List<String> options = new ArrayList<>(List.of("-Xmx256m", "-Dport=" + port));
        options.addAll(List.of(settings));
        ChildJvm shop = ChildJvm.start(options, Main.class);
        try {
            shop.await("The bookshop is open", OPENS_WITHIN);
            Visit visit = new Visit(port, shop, startBrowser());
            visit.enter();
            return visit;
        } catch (RuntimeException | Error failure) {
            shop.close();
            throw failure;
        }
    }

    private void enter() {
        try {
            look(1280, 900, "light");
            browser.get("http://127.0.0.1:" + port + "/");
            await("the page is there", () -> nodes(".mark") > 0);
        } catch (RuntimeException | Error failure) {
            browser.quit();
            throw failure;
        }
    }

    private static void requireBrowser() {
        boolean isThere = CHROMIUM.canExecute() && CHROMEDRIVER.canExecute();
        String sentence = "The page is tested with Debian's packages chromium and chromium-driver: " + CHROMIUM
                + " and " + CHROMEDRIVER + (isThere ? " are there" : " are not both there");
        System.out.println(sentence);
        if ("all".equals(System.getProperty("memoized.require"))) {
            assertThat(isThere).as(sentence).isTrue();
        }
        assumeTrue(isThere, sentence);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static ChromeDriver startBrowser() {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--hide-scrollbars");
        options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL"));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(CHROMEDRIVER)
                .build();
        return new ChromeDriver(service, options);
    }

    /** As on a screen of that size, for somebody who likes it light or dark. */
    void look(int width, int height, String scheme) {
        browser.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
        browser.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    byte[] picture() {
        return browser.getScreenshotAs(OutputType.BYTES);
    }

    /** What a script, the body of a function, returns there. */
    @SuppressWarnings("unchecked")
    <T> T script(String body, Object... arguments) {
        return (T) browser.executeScript(body, arguments);
    }

    WebElement find(String selector) {
        return browser.findElement(By.cssSelector(selector));
    }

    /** Presses a button. */
    void press(String id) {
        find("#" + id).click();
    }

    /** Chooses one of several, by its label as people do. */
    void choose(String group, String value) {
        String input = "input[name=%s][value=%s]".formatted(group, value);
        find("label:has(" + input + ")").click();
        assertThat(find(input).isSelected()).as(group + " is " + value).isTrue();
    }

    void key(Keys key) {
        new Actions(browser).sendKeys(key).perform();
    }

    String summary() {
        return find("#summary").getText();
    }

    /** How many calls of the last half minute ended so. */
    int calls(String outcome) {
        String text = script("return document.getElementById(arguments[0]).textContent", "count-" + outcome);
        return text.isEmpty() ? 0 : Integer.parseInt(text.replace(",", ""));
    }

    String state(String language) {
        return find("#entry-" + language).getDomAttribute("data-state");
    }

    double ageSeconds(String language) {
        return Long.parseLong(find("#entry-" + language).getDomAttribute("data-age")) / 1e6;
    }

    /** When the list was begun, in microseconds of the shop; two news of one list differ by less than a hundredth of a second. */
    double begun(String language) {
        return Double.parseDouble(find("#entry-" + language).getDomAttribute("data-begun"));
    }

    /** What the page has written down of the chart. */
    String chart(String what) {
        return find("#chart").getDomAttribute("data-" + what);
    }

    /** How many of them are drawn in the chart. */
    int nodes(String selector) {
        return this.<Long>script("return document.querySelectorAll('#chart ' + arguments[0]).length", selector)
                .intValue();
    }

    /** When the call ended that is drawn last, in microseconds of the shop. */
    double newestMark() {
        String ends = "[...document.querySelectorAll('#chart .mark')].map(mark => +mark.dataset.end)";
        return this.<Number>script("return Math.max(..." + ends + ")").doubleValue();
    }

    /** Visitors ask no more, all has ended, and the page has heard of it. Returns the last figures. */
    Figures pause() {
        assertThat(find("#pause").getText()).isEqualTo("Pause");
        press("pause");
        await("the page has asked for the last time", () -> "false".equals(chart("asking")));
        await("the shop is quiet", () -> figures().areOfAQuietShop());
        String told = chart("now");
        send(request("/api/origin?state=" + chart("origin")).POST(BodyPublishers.noBody()));
        await("the page has heard all", () -> !told.equals(chart("now")));
        return figures();
    }

    void goOn() {
        if (find("#pause").getText().equals("Go on")) {
            press("pause");
        }
    }

    Figures figures() {
        return new Figures(ask("/api/outcomes"));
    }

    /** Time of the page. */
    void letPass(int millis) {
        double begin = this.<Number>script("return performance.now()").doubleValue();
        await("time passes", () -> this.<Boolean>script("return performance.now() > arguments[0]", begin + millis));
    }

    /** The herd is back that was sent for by the last press. */
    void awaitHerd() {
        await("the herd is back", () -> "false".equals(find("#herd").getDomAttribute("aria-disabled")));
        assertThat(summary()).startsWith("1,000 callers: 1 ran the query, ");
    }

    void await(String what, Callable<Boolean> isSo) {
        Awaitility.await(what).atMost(SOON).pollInterval(Duration.ofMillis(50)).until(isSo);
    }

    /** What the shop itself answers, past the page. */
    String ask(String path) {
        return send(request(path));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(SOON);
    }

    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new AssertionError("The shop does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The shop does not answer", e);
        }
    }

    /** What the browser has complained of: scripts that failed, files that are not there or not allowed. */
    List<String> complaints() {
        return browser.manage().logs().get("browser").getAll().stream()
                .map(Object::toString)
                .toList();
    }

    @Override
    public void close() {
        try {
            browser.quit();
        } finally {
            shop.close();
        }
    }
}
