package org.claimscope.data.source.jdbc;

import java.io.Closeable;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// A driver in a jar of its own, which sees the JDK and nothing of ours. `DriverManager` is not
/// asked: it would offer whatever is on the class path.
final class DriverJar implements Closeable {
    private final Path jar;
    private final URLClassLoader classes;

    private DriverJar(Path jar, URLClassLoader classes) {
        this.jar = jar;
        this.classes = classes;
    }

    /// @throws ClaimscopeException USER when there is no such file
    static DriverJar open(Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "There is no driver "
                            + jar
                            + ". Get the JDBC driver from the database's maker.");
        }
        try {
            return new DriverJar(
                    jar,
                    new URLClassLoader(
                            "jdbc-driver",
                            new URL[] {jar.toUri().toURL()},
                            ClassLoader.getPlatformClassLoader()));
        } catch (MalformedURLException e) {
            throw new ClaimscopeException(ErrorKind.USER, "No path of a driver: " + jar + ".", e);
        }
    }

    /// @throws ClaimscopeException USER when the jar holds no driver for the URL
    Connection connect(String url, Properties properties) throws SQLException {
        try {
            for (Driver driver : ServiceLoader.load(Driver.class, classes)) {
                if (classes.equals(driver.getClass().getClassLoader()) && driver.acceptsURL(url)) {
                    Connection connection = driver.connect(url, properties);
                    if (connection != null) {
                        return connection;
                    }
                }
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            // Also where the driver needs a module that this JDK was built without.
            throw new ClaimscopeException(
                    ErrorKind.USER, "The driver in " + jar + " cannot be started.", e);
        }
        throw new ClaimscopeException(
                ErrorKind.USER,
                "The jar " + jar + " holds no JDBC driver for the url of the feed.");
    }

    @Override
    public void close() throws IOException {
        classes.close();
    }
}
