// Reads the data and starts the page; whatever goes wrong at that is said in words.
import { App } from './app';
import { readData } from './data';
import { messageOf, notice } from './notes';
import { startingTheme } from './theme';

try {
  const data = readData();
  const app = new App(startingTheme(), data.live);
  if (!data.live) app.add(data.picture);
  app.start();
} catch (error) {
  notice(`This page cannot be shown: ${messageOf(error)}`);
}
