// Choices in another order each time, a box to type a number into, and a switch between scripts.
// A card is whole without it: the options then stand in one order, and the first script is shown.
(function () {
  var card = document.querySelector(".sctui");
  if (!card) return;
  var id = card.dataset.id;
  var answered = card.classList.contains("answered");

  // what must last from a question to its answer, or to the next card
  function keep(name, value) {
    try { sessionStorage.setItem("sctui." + name, JSON.stringify(value)); }
    catch (error) { (window.sctuiKept = window.sctuiKept || {})[name] = value; }
  }
  function kept(name) {
    try { return JSON.parse(sessionStorage.getItem("sctui." + name)); }
    catch (error) { return (window.sctuiKept || {})[name] || null; }
  }
  function element(name, style, text) {
    var made = document.createElement(name);
    made.className = style;
    made.textContent = text || "";
    return made;
  }

  function choices(list) {
    var items = Array.prototype.slice.call(list.children);
    var told = kept("choice");
    if (!answered || !told || told.id !== id || told.order.length !== items.length) {
      told = { id: id, order: items.map(function (_, place) { return place; }), picked: -1 };
      for (var last = items.length - 1; last > 0; last--) {
        var other = Math.floor(Math.random() * (last + 1)), place = told.order[last];
        told.order[last] = told.order[other];
        told.order[other] = place;
      }
      keep("choice", told);
    }
    told.order.forEach(function (place) { list.appendChild(items[place]); });
    var right = answered ? card.querySelector(".answer").innerHTML : null;
    items.forEach(function (item, place) {
      if (answered) {
        if (item.innerHTML === right) item.classList.add("right");
        else if (place === told.picked) item.classList.add("wrong");
        return;
      }
      item.addEventListener("click", function () {
        told.picked = place;
        keep("choice", told);
        items.forEach(function (one) { one.classList.toggle("picked", one === item); });
      });
    });
  }

  // the least and the most that a text with a number says; null where it says none
  function numbers(text) {
    var raised = text.replace(/[\u207b\u2070\u00b9\u00b2\u00b3\u2074-\u2079]+/g, function (power) {
      return "^" + power.normalize("NFKC");
    });
    var plain = raised.normalize("NFKC").replace(/(\d)[,\u202f ](?=\d{3}(\D|$))/g, "$1");
    plain = plain.replace(/[\u2212\u2013\u2014~至到]/g, "-").replace(/[x*×]\s*10\^?\s*(-?\d+)/gi, "e$1");
    var found = /(-?\d+(?:\.\d+)?(?:e-?\d+)?)(?:\s*%?\s*-\s*(\d+(?:\.\d+)?(?:e-?\d+)?))?\s*([万萬亿億])?/.exec(plain);
    if (!found) return null;
    var times = /[万萬]/.test(found[3] || "") ? 1e4 : found[3] ? 1e8 : 1;
    var low = parseFloat(found[1]) * times;
    return { low: low, high: found[2] ? parseFloat(found[2]) * times : low };
  }

  function number(box) {
    var tolerance = box.dataset.tolerance;
    var told = kept("typed");
    if (!answered) {
      var input = element("input", "typed");
      input.inputMode = "decimal";
      input.autocomplete = "off";
      input.placeholder = tolerance === "0" ? "…" : "… ± " + tolerance;
      input.addEventListener("input", function () { keep("typed", { id: id, text: input.value }); });
      input.addEventListener("keydown", function (event) {
        event.stopPropagation();
        if (event.key !== "Enter") return;
        if (typeof pycmd === "function") pycmd("ans");
        else if (typeof showAnswer === "function") showAnswer();
        else input.blur();
      });
      keep("typed", { id: id, text: "" });
      box.appendChild(input);
      return;
    }
    var text = told && told.id === id ? told.text.trim() : "";
    if (!text) return;
    var mine = numbers(text), right = numbers(card.querySelector(".answer").textContent), verdict = "";
    if (mine && right) {
      var off = parseFloat(tolerance) || 0;
      var share = /%$/.test(tolerance);
      var low = right.low - (share ? Math.abs(right.low) * off / 100 : off);
      var high = right.high + (share ? Math.abs(right.high) * off / 100 : off);
      var slip = 1e-9 * Math.max(1, Math.abs(high));
      verdict = mine.low >= low - slip && mine.high <= high + slip ? " right" : " wrong";
    }
    box.appendChild(element("span", "typed" + verdict, text));
  }

  // one text in several scripts: the first is there, the others wait in scripts of no kind
  var names = { "zh-Hans": "简", "zh-Hant-TW": "繁（台）", "zh-Hant-HK": "繁（港）" };
  var order = Object.keys(names);
  var texts = Array.prototype.slice.call(card.querySelectorAll(".scripts")).map(function (place) {
    var forms = {};
    Array.prototype.slice.call(place.querySelectorAll("script[lang]")).forEach(function (one) {
      forms[one.lang] = one.textContent;
      one.remove();
    });
    forms[place.lang] = place.innerHTML;
    return { place: place, forms: forms };
  });
  function show(script) {
    texts.forEach(function (text) {
      if (!(script in text.forms)) return;
      text.place.innerHTML = text.forms[script];
      text.place.lang = script;
    });
    card.lang = script;
    card.querySelector(".switch").textContent = names[script];
    if (window.MathJax && MathJax.typesetPromise) MathJax.typesetPromise([card]);
  }
  function next() {
    var script = order[(order.indexOf(card.lang) + 1) % order.length];
    keep("script", script);
    show(script);
  }

  Array.prototype.slice.call(card.querySelectorAll(".choices")).forEach(choices);
  Array.prototype.slice.call(card.querySelectorAll(".number")).forEach(number);
  if (texts.length) {
    var button = element("button", "switch");
    button.type = "button";
    button.title = "z";
    button.addEventListener("click", next);
    card.querySelector("header").appendChild(button);
    show(kept("script") || texts[0].place.lang);
    window.sctuiNext = next;
    if (!window.sctuiListens) {
      window.sctuiListens = true;
      document.addEventListener("keydown", function (event) {
        if (event.key === "z" && !event.ctrlKey && !event.metaKey && !event.altKey) window.sctuiNext();
      });
    }
  } else {
    window.sctuiNext = function () {};
  }
})();
